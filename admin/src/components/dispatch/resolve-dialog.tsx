import { App, Form, Input, Modal, Radio, Select } from 'antd';
import { useReasonText } from '../use-reason-text.ts';
import { testId } from '../../lib/test-id.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { localField } from '../../lib/local-name.ts';
import { useCandidates } from '../../queries/dispatch/use-candidates.ts';
import { useDispatchCommand, type Resolution } from '../../queries/dispatch/use-dispatch-command.ts';
import type { MapOrder } from '../../queries/dispatch/use-ops-map.ts';
import { useReasonCodes } from '../../queries/platform/use-reason-codes.ts';
import { ProofPhoto } from './proof-photo.tsx';

type Values = { resolution: Resolution; riderId?: string; reason?: string; note?: string };
type Props = { order: MapOrder; riderName: string | undefined; onClose: () => void };

const resolutions: readonly Resolution[] = ['continue', 'hand_over', 'finish', 'fail'];

/** Ops decide about goods under way: carry on, hand over, finished, failed. What moves money is asked twice. */
export function ResolveDialog({ order, riderName, onClose }: Props) {
  const text = useText();
  const locale = useLocale();
  const reasonText = useReasonText();
  const { modal } = App.useApp();
  const { send, busy } = useDispatchCommand();
  const [form] = Form.useForm<Values>();
  const resolution = Form.useWatch('resolution', form);
  const { delivery } = order;
  const incident = delivery?.incident;
  const candidates = useCandidates(resolution === 'hand_over' ? delivery?.id : undefined).data ?? [];
  const reasons = (useReasonCodes().data ?? []).filter(
    (row) => row.is_active && row.applies_to === 'delivery_fail',
  );
  const submit = (values: Values): void => {
    if (!delivery) return;
    const { note = '', ...rest } = values;
    const act = (): Promise<void> =>
      send(delivery.id, { command: 'resolve', note, ...rest }).then(onClose, () => undefined);
    if (values.resolution === 'continue' || values.resolution === 'hand_over') return void act();
    modal.confirm({
      title: text(`resolve.${values.resolution}_question`),
      okText: text(`resolve.${values.resolution}`),
      okButtonProps: { danger: values.resolution === 'fail', ...testId('resolve-sure') },
      onOk: act,
    });
  };
  return (
    <Modal
      open
      width={480}
      title={text('resolve.title', { number: order.number.slice(-4) })}
      okText={text('resolve.confirm')}
      okButtonProps={{ loading: busy, disabled: resolution === undefined, ...testId('resolve-confirm') }}
      onOk={form.submit}
      onCancel={onClose}
    >
      {incident ? (
        <div className="incident-note">
          <strong>
            {text('resolve.reported', {
              name: riderName ?? '–',
              reason: reasonText(incident.reason_code),
            })}
          </strong>
          {incident.note !== '' && <p className="wrap">{incident.note}</p>}
          {incident.photo_path !== null && <ProofPhoto path={incident.photo_path} />}
        </div>
      ) : (
        <p className="muted">{text('resolve.none_reported')}</p>
      )}
      <Form<Values> form={form} layout="vertical" onFinish={submit} data-testid="resolve-dialog">
        <Form.Item name="resolution" label={text('resolve.choose')}>
          <Radio.Group className="resolve-choices">
            {resolutions.map((value) => (
              <Radio key={value} value={value} data-testid={`resolve-${value}`}>
                {text(`resolve.${value as 'fail'}`)}
                <span className="muted">{text(`resolve.${value as 'fail'}_hint`)}</span>
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
        {resolution === 'hand_over' && (
          <Form.Item
            name="riderId"
            label={text('resolve.to_rider')}
            rules={[{ required: true, message: text('assign.confirm_none') }]}
          >
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              notFoundContent={text('assign.nobody')}
              options={candidates.map((one) => ({
                value: one.rider_id,
                label: `${one.display_name} · ${text('assign.in_hand', { amount: one.in_hand })}`,
              }))}
            />
          </Form.Item>
        )}
        {resolution === 'fail' && (
          <Form.Item
            name="reason"
            label={text('resolve.reason')}
            initialValue={incident?.reason_code}
            rules={[{ required: true, message: text('form.required') }]}
          >
            <Select
              options={reasons.map((row) => ({
                value: row.code,
                label: localField(row.label, row.translations, 'label', locale),
              }))}
            />
          </Form.Item>
        )}
        <Form.Item name="note" label={text('resolve.note')} extra={text('resolve.note_hint')}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </Form>
    </Modal>
  );
}
