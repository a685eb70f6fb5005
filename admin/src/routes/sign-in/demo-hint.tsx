import { Button } from 'antd';
import { useServices } from '../../app/services.ts';
import { useText } from '../../providers/use-text.ts';

type Person = { email: string; password: string };
type Props = { way: 'password' | 'code'; onPick: (person: Person) => void };

const password = 'linli-demo';
const people = [
  { role: 'merchant', email: 'merchant@demo.linli' },
  { role: 'ops', email: 'ops@demo.linli' },
] as const;

/** The demo's people; shown only where the demo exists. */
export function DemoHint({ way, onPick }: Props) {
  const text = useText();
  const { config } = useServices();
  return (
    <aside className="demo-hint" data-testid="demo-hint">
      <strong>{text('demo.title')}</strong>
      {way === 'password' ? (
        <ul>
          {people.map(({ role, email }) => (
            <li key={role}>
              <span>
                {text(`workspace.${role}`)} <code>{email}</code> / <code>{password}</code>
              </span>
              <Button size="small" data-testid={`demo-${role}`} onClick={() => onPick({ email, password })}>
                {text('demo.fill')}
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <p>
          {text('demo.code')}{' '}
          {config.smsInboxUrl !== undefined && (
            <a href={config.smsInboxUrl} target="_blank" rel="noreferrer" className="text-link">
              {text('demo.inbox')}
            </a>
          )}
        </p>
      )}
    </aside>
  );
}
