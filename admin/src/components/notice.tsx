import type { ReactNode } from 'react';

type Props = {
  icon: ReactNode;
  title: string;
  detail?: ReactNode;
  actions?: ReactNode;
  page?: boolean;
  testId?: string;
};

/** One thing to know and a way on, in place of content. `page` makes its title the heading of the page. */
export function Notice({ icon, title, detail, actions, page = false, testId }: Props) {
  return (
    <div className={page ? 'notice notice-page' : 'notice'} data-testid={testId}>
      <span className="notice-icon" aria-hidden="true">
        {icon}
      </span>
      {page ? <h1>{title}</h1> : <strong>{title}</strong>}
      {detail !== undefined && <p className="muted">{detail}</p>}
      {actions !== undefined && <div className="notice-actions">{actions}</div>}
    </div>
  );
}
