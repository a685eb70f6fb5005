import { useText } from '../../providers/use-text.ts';

const keys = [
  ['J / K', 'keys.move'],
  ['O', 'keys.open'],
  ['A', 'command.accept'],
  ['R', 'command.reject'],
  ['S', 'command.start_preparing'],
  ['F', 'command.mark_ready'],
  ['C', 'command.collect'],
  ['Esc', 'keys.close'],
] as const;

/** The keys of the desk. */
export function DeskKeys() {
  const text = useText();
  return (
    <dl className="key-list">
      {keys.map(([key, label]) => (
        <div key={key}>
          <dt>
            <kbd>{key}</kbd>
          </dt>
          <dd>{text(label)}</dd>
        </div>
      ))}
    </dl>
  );
}
