import { markSvg } from '@linli/ui/mark';
import { useText } from '../providers/use-text.ts';

const mark = markSvg({ size: 26, color: 'var(--color-leaf)', wallColor: 'var(--color-persimmon)' });

/** The mark and the name. */
export function Brand() {
  const text = useText();
  return (
    <span className="brand">
      <span dangerouslySetInnerHTML={{ __html: mark }} />
      <strong>{text('app.name')}</strong>
      <span className="muted">{text('app.part')}</span>
    </span>
  );
}
