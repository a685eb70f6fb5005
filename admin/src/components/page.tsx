import { useEffect, type ReactNode } from 'react';

type Props = { title: string; lead?: ReactNode; actions?: ReactNode; children: ReactNode; wide?: boolean };

/** A screen: its heading, what it is for, its one primary action, its content. */
export function Page({ title, lead, actions, children, wide = true }: Props) {
  useEffect(() => {
    document.title = `${title} · Linli`;
  }, [title]);
  return (
    <div className={wide ? 'page' : 'page page-narrow'}>
      <header className="page-head">
        <div>
          <h1>{title}</h1>
          {lead !== undefined && <p className="muted">{lead}</p>}
        </div>
        {actions !== undefined && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
