import { Form, InputNumber } from 'antd';
import { ErrorState } from '../../components/error-state.tsx';
import { RecordDrawer } from '../../components/record-drawer.tsx';
import { ToneTag, type Tone } from '../../components/status-tag.tsx';
import { useSaveRecord } from '../../components/use-save-record.ts';
import { useMay } from '../../components/use-may.ts';
import { useText } from '../../providers/use-text.ts';
import { useSignUps, type SignUp } from '../../queries/dispatch/use-sign-ups.ts';
import type { ShiftSlot } from './list.tsx';

type Props = { slot: ShiftSlot | undefined; title: string; onClose: () => void };

const tones: Record<SignUp['status'], Tone> = {
  booked: 'info',
  started: 'success',
  ended: 'quiet',
  released: 'quiet',
  missed: 'danger',
};

/** One shift: its capacity and the riders who signed up. It goes only while nobody has. */
export function SlotDrawer({ slot, title, onClose }: Props) {
  const text = useText();
  const may = useMay('shifts', 'edit');
  const { save, remove } = useSaveRecord('rider_shift_slots');
  const signUps = useSignUps(slot?.id);
  const least = Math.max(1, slot?.booked_count ?? 1);
  return (
    <RecordDrawer<{ capacity: number }>
      open={slot !== undefined}
      title={title}
      initialValues={{ capacity: slot?.capacity ?? 1 }}
      onSubmit={({ capacity }) => save({ capacity }, slot?.id)}
      onDelete={
        slot && slot.booked_count === 0 && signUps.data?.length === 0 ? () => remove(slot.id) : undefined
      }
      onClose={onClose}
      readOnly={!may}
      testId="slot-drawer"
    >
      {() => (
        <>
          <Form.Item
            name="capacity"
            label={text('shifts.capacity')}
            rules={[
              {
                required: true,
                type: 'number',
                min: least,
                max: 1000,
                message: text('parameter.range', { least, most: 1000 }),
              },
            ]}
          >
            <InputNumber min={1} max={1000} precision={0} className="fill" />
          </Form.Item>
          <section>
            <h3>{text('shifts.sign_ups')}</h3>
            {signUps.isError && <ErrorState error={signUps.error} onRetry={() => void signUps.refetch()} />}
            {signUps.data?.length === 0 && <p className="muted">{text('shifts.nobody')}</p>}
            <ul className="change-list">
              {signUps.data?.map((one) => (
                <li key={one.id} className="change-head">
                  <span>{one.riders.display_name}</span>
                  <ToneTag tone={tones[one.status]}>{text(`shift_status.${one.status}`)}</ToneTag>
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
    </RecordDrawer>
  );
}
