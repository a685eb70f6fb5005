import { Alert, Form, Input, InputNumber, Modal, Segmented, Select } from 'antd';
import { localName } from '../../lib/local-name.ts';
import { modeEffects } from '../../lib/mode-effects.ts';
import { testId } from '../../lib/test-id.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import {
  modeKinds,
  useIncidentMode,
  type ModeDraft,
  type ModeKind,
} from '../../queries/dispatch/use-incident-mode.ts';
import type { MapZone } from '../../queries/dispatch/use-ops-map.ts';

type Terms = Pick<ModeDraft, 'travel_factor' | 'extra_promise_minutes' | 'extra_in_hand' | 'radius_factor'>;

/** Where to begin from; each town finds its own numbers. */
const usual: Record<ModeKind, Terms> = {
  rain: { travel_factor: 1.3, extra_promise_minutes: 10, extra_in_hand: 0, radius_factor: 1 },
  shortage: { travel_factor: 1, extra_promise_minutes: 15, extra_in_hand: 1, radius_factor: 1.5 },
  road_closed: { travel_factor: 1.5, extra_promise_minutes: 10, extra_in_hand: 0, radius_factor: 1 },
  event: { travel_factor: 1.2, extra_promise_minutes: 10, extra_in_hand: 1, radius_factor: 1.2 },
};

/** Switches zones to rain, shortage, a closed road or an event: what it changes and for how long. */
export function ModeDialog({ zones, onClose }: { zones: readonly MapZone[]; onClose: () => void }) {
  const text = useText();
  const locale = useLocale();
  const { start, busy } = useIncidentMode();
  const [form] = Form.useForm<ModeDraft>();
  const draft = Form.useWatch([], form) as ModeDraft | undefined;
  const names = (ids: readonly string[]): string =>
    zones
      .filter(({ id }) => ids.includes(id))
      .map((zone) => localName(zone, locale))
      .join(locale === 'zh-CN' ? '、' : ', ');
  const replaced = zones
    .filter(({ id, mode }) => mode !== null && draft?.zoneIds?.includes(id))
    .map(({ id }) => id);
  const number = (
    name: keyof Terms,
    label: string,
    hint: string,
    [min, max, step]: readonly [number, number, number],
  ) => (
    <Form.Item name={name} label={label} extra={hint} rules={[{ required: true, type: 'number', min, max }]}>
      <InputNumber min={min} max={max} step={step} className="fill" />
    </Form.Item>
  );
  return (
    <Modal
      open
      width={560}
      title={text('mode.title')}
      okText={text('mode.start')}
      okButtonProps={{ loading: busy, ...testId('mode-start') }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<ModeDraft>
        form={form}
        layout="vertical"
        data-testid="mode-dialog"
        initialValues={{
          kind: 'rain',
          minutes: 60,
          zoneIds: zones.map(({ id }) => id),
          note: '',
          ...usual.rain,
        }}
        onValuesChange={(changed: Partial<ModeDraft>) => {
          if (changed.kind) form.setFieldsValue(usual[changed.kind]);
        }}
        onFinish={(values) => void start(values).then(onClose, () => undefined)}
      >
        <Form.Item name="kind" label={text('mode.kind')}>
          <Segmented
            block
            options={modeKinds.map((value) => ({ value, label: text(`mode_kind.${value}`) }))}
          />
        </Form.Item>
        <div className="pair">
          <Form.Item
            name="zoneIds"
            label={text('mode.zones')}
            rules={[{ required: true, message: text('form.required') }]}
          >
            <Select
              mode="multiple"
              maxTagCount="responsive"
              options={zones.map((zone) => ({ value: zone.id, label: localName(zone, locale) }))}
            />
          </Form.Item>
          <Form.Item
            name="minutes"
            label={text('mode.minutes')}
            extra={text('mode.minutes_hint')}
            rules={[{ required: true, type: 'number', min: 5, max: 1440 }]}
          >
            <InputNumber
              min={5}
              max={1440}
              step={15}
              precision={0}
              className="fill"
              suffix={text('unit.minute')}
            />
          </Form.Item>
        </div>
        <div className="pair">
          {number(
            'travel_factor',
            text('mode.travel_factor'),
            text('mode.travel_factor_hint'),
            [0.5, 4, 0.1],
          )}
          {number(
            'extra_promise_minutes',
            text('mode.extra_promise'),
            text('mode.extra_promise_hint'),
            [0, 120, 5],
          )}
        </div>
        <div className="pair">
          {number('extra_in_hand', text('mode.extra_in_hand'), text('mode.extra_in_hand_hint'), [-5, 10, 1])}
          {number(
            'radius_factor',
            text('mode.radius_factor'),
            text('mode.radius_factor_hint'),
            [0.2, 5, 0.1],
          )}
        </div>
        <Form.Item name="note" label={text('mode.note')}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
      {replaced.length > 0 && (
        <Alert type="warning" showIcon title={text('mode.replaces', { zones: names(replaced) })} />
      )}
      {draft !== undefined && modeEffects(draft).length > 0 && (
        <p className="muted">
          {modeEffects(draft)
            .map(({ effect, amount }) => text(`mode.effect_${effect}`, { amount }))
            .join(' · ')}
          {' · '}
          {text('mode.pay_hint')}
        </p>
      )}
    </Modal>
  );
}
