import { Alert, Button, Popconfirm } from 'antd';
import { useClock } from '../../components/use-clock.ts';
import { useMay } from '../../components/use-may.ts';
import { localName } from '../../lib/local-name.ts';
import { modeEffects } from '../../lib/mode-effects.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { useIncidentMode, type ModeKind } from '../../queries/dispatch/use-incident-mode.ts';
import type { MapMode, MapZone } from '../../queries/dispatch/use-ops-map.ts';

type Held = MapZone & { mode: MapMode };

/** Which incident modes hold, what they change and until when; zones under the same terms share a line. */
export function ModeBanner({ zones }: { zones: readonly MapZone[] }) {
  const text = useText();
  const locale = useLocale();
  const clock = useClock();
  const may = useMay('map', 'edit');
  const { end, busy } = useIncidentMode();
  const held = zones.filter((zone): zone is Held => zone.mode !== null);
  const groups = Map.groupBy(held, ({ mode }) =>
    [
      mode.kind,
      clock(mode.ends_at),
      mode.note,
      ...modeEffects(mode).map(({ effect, amount }) => effect + amount),
    ].join(),
  );
  return [...groups].map(([key, here]) => {
    const [first] = here;
    if (first === undefined) return null;
    const { mode } = first;
    const words = [
      ...modeEffects(mode).map(({ effect, amount }) => text(`mode.effect_${effect}`, { amount })),
      text('mode.until', { time: clock(mode.ends_at) }),
      ...(mode.note === '' ? [] : [mode.note]),
    ];
    return (
      <Alert
        key={key}
        type="warning"
        showIcon
        className="mode-banner"
        data-testid="mode-banner"
        title={
          <>
            <strong>
              {text('mode.banner', {
                kind: text(`mode_kind.${mode.kind as ModeKind}`),
                zones: here.map((zone) => localName(zone, locale)).join(locale === 'zh-CN' ? '、' : ', '),
              })}
            </strong>{' '}
            {words.join(' · ')}
          </>
        }
        action={
          may && (
            <Popconfirm
              title={text('mode.end_question')}
              okText={text('mode.end')}
              onConfirm={() => end(here.map((zone) => zone.mode.id)).catch(() => undefined)}
            >
              <Button size="small" loading={busy} data-testid="mode-end">
                {text('mode.end')}
              </Button>
            </Popconfirm>
          )
        }
      />
    );
  });
}
