import type { Json } from '@linli/database';
import { App, Tabs } from 'antd';
import { RecordDrawer } from '../../components/record-drawer.tsx';
import { useMay } from '../../components/use-may.ts';
import { cleanTranslations } from '../../lib/clean-translations.ts';
import { cleanWeights } from '../../lib/dispatch-parameters.ts';
import { localName } from '../../lib/local-name.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import type { ParameterChange } from '../../queries/dispatch/use-parameter-changes.ts';
import type { ParameterRow } from '../../queries/dispatch/use-dispatch-parameters.ts';
import { useSaveZone, type ZoneChange } from '../../queries/dispatch/use-save-zone.ts';
import { EngineFields } from './engine-fields.tsx';
import { ParameterHistory } from './parameter-history.tsx';
import { ParameterPreview } from './parameter-preview.tsx';
import { ZoneLimits } from './zone-limits.tsx';
import type { ZoneRow, ZoneValues } from './zone-values.ts';

type Props = { zone: ZoneRow | undefined; parameters: ParameterRow | undefined; onClose: () => void };

const limitNames: readonly string[] = [
  'name',
  'translations',
  'offer_timeout_seconds',
  'max_in_hand',
  'radius_meters',
  'rider_base_pay_cents',
  'rider_pay_per_km_cents',
  'is_active',
] satisfies (keyof ZoneRow)[];

/** A zone with all that dispatch goes by there: limits, the engine's parameters, a preview, history and roll-back. */
export function ZoneDrawer({ zone, parameters, onClose }: Props) {
  const text = useText();
  const locale = useLocale();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const may = useMay('zones', 'edit');
  const save = useSaveZone();
  const isOpen = zone !== undefined && parameters !== undefined;
  const submit = (values: ZoneValues): Promise<void> => {
    const { zone_id: _zone, updated_at: _at, weights, ...engine } = values.parameters;
    return save(values.id, {
      limits: {
        name: values.name.trim(),
        translations: cleanTranslations(values.translations),
        offer_timeout_seconds: values.offer_timeout_seconds,
        max_in_hand: values.max_in_hand,
        radius_meters: values.radius_meters,
        rider_base_pay_cents: values.rider_base_pay_cents,
        rider_pay_per_km_cents: values.rider_pay_per_km_cents,
        is_active: values.is_active,
      },
      parameters: { ...engine, weights: cleanWeights(weights) },
    });
  };
  const rollBack = async (change: ParameterChange): Promise<void> => {
    if (zone === undefined) return;
    const isLimit = ([name]: [string, unknown]): boolean => limitNames.includes(name);
    const before = Object.entries(change.before);
    const undo = {
      limits: Object.fromEntries(before.filter(isLimit)),
      parameters: Object.fromEntries(before.filter((one) => !isLimit(one))) as Record<string, Json>,
    } as ZoneChange;
    try {
      await save(zone.id, undo);
      void message.success(text('parameter.rolled_back'));
      onClose();
    } catch (error) {
      void message.error(errorText(error));
    }
  };
  return (
    <RecordDrawer<ZoneValues>
      open={isOpen}
      title={zone ? localName(zone, locale) : ''}
      width={680}
      initialValues={
        zone && parameters
          ? { ...zone, parameters: { ...parameters, weights: { ...(parameters.weights as object) } } }
          : {}
      }
      onSubmit={submit}
      onClose={onClose}
      readOnly={!may}
      testId="zone-drawer"
    >
      {(form) => (
        <Tabs
          items={[
            { key: 'limits', label: text('zones.tab_limits'), forceRender: true, children: <ZoneLimits /> },
            {
              key: 'engine',
              label: text('zones.tab_engine'),
              forceRender: true,
              children: (
                <>
                  <EngineFields form={form} />
                  {zone && (
                    <ParameterPreview
                      zoneId={zone.id}
                      values={() => form.getFieldsValue(true) as ZoneValues}
                    />
                  )}
                </>
              ),
            },
            {
              key: 'history',
              label: text('zones.tab_history'),
              children: zone && <ParameterHistory zoneId={zone.id} onRollBack={may ? rollBack : undefined} />,
            },
          ]}
        />
      )}
    </RecordDrawer>
  );
}
