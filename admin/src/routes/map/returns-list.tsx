import { Button, Popconfirm } from 'antd';
import { RelativeTime } from '../../components/relative-time.tsx';
import { useReasonText } from '../../components/use-reason-text.ts';
import { useMay } from '../../components/use-may.ts';
import { localName } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useDispatchCommand } from '../../queries/dispatch/use-dispatch-command.ts';
import type { MapReturn } from '../../queries/dispatch/use-ops-map.ts';

type Props = { returns: readonly MapReturn[]; nameOf: (riderId: string) => string };

/** Goods of failed deliveries that still have to go back to their stores. */
export function ReturnsList({ returns, nameOf }: Props) {
  const text = useText();
  const locale = useLocale();
  const reasonText = useReasonText();
  const may = useMay('map', 'edit');
  const { send } = useDispatchCommand();
  return (
    <section className="returns" data-testid="returns">
      <h2>{text('returns.title')}</h2>
      <ul>
        {returns.map((one) => (
          <li key={one.delivery_id} className="live-entry">
            <span className="live-entry-head">
              <strong className="tabular">#{one.number.slice(-4)}</strong>
              <span className="clip">{localName(one.store, locale)}</span>
              <span className="push muted">
                <RelativeTime at={one.closed_at} />
              </span>
            </span>
            <span className="live-entry-foot">
              <span className="muted clip">
                {one.rider_id && text('returns.with', { name: nameOf(one.rider_id) })}
                {one.reason_code && ` · ${reasonText(one.reason_code)}`}
              </span>
              {may && (
                <Popconfirm
                  title={text('dispatch.return_question')}
                  okText={text('dispatch.return_done')}
                  onConfirm={() => send(one.delivery_id, { command: 'return' }).catch(() => undefined)}
                >
                  <Button size="small" className="push" data-testid="return-done">
                    {text('dispatch.return_done')}
                  </Button>
                </Popconfirm>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
