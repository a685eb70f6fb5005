import { Modal } from 'antd';
import type { Definition } from '../../../lib/engine/types.ts';
import { useText } from '../../../providers/use-text.ts';
import { useScreenDiff } from '../../../queries/engine/use-screen-diff.ts';

type Props = { before: Definition | null; after: Definition; onClose: () => void };

function shown(value: unknown): string {
  return value === null || value === undefined
    ? '–'
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);
}

/** What publishing would change. */
export function DiffModal({ before, after, onClose }: Props) {
  const text = useText();
  const diff = useScreenDiff(before, after);
  return (
    <Modal open width={720} footer={null} title={text('design.diff')} onCancel={onClose}>
      {diff.data?.length === 0 && <p className="muted">{text('design.no_diff')}</p>}
      <ul className="problem-list" data-testid="screen-diff">
        {diff.data?.map(({ path, change, before: old, after: next }) => (
          <li key={path}>
            <code>{path}</code>
            {change !== 'added' && <del>{shown(old)}</del>}
            {change !== 'removed' && <ins>{shown(next)}</ins>}
          </li>
        ))}
      </ul>
    </Modal>
  );
}
