import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { addDays, dayIn } from '../../lib/day-time.ts';
import { testId } from '../../lib/test-id.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import type { CityRow } from '../../queries/city/use-cities.ts';
import { useRunSettlement } from '../../queries/ledger/use-run-settlement.ts';

/** Runs the settlement by hand up to a day; the workflow does the same every night. */
export function RunSettlement({ city }: { city: CityRow }) {
  const text = useText();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const { mutate, isPending } = useRunSettlement();
  const [day, setDay] = useState<string | undefined>(undefined);
  const today = dayIn(new Date(), city.timezone);

  const start = (): void =>
    mutate(day, {
      onSuccess: (result) => {
        setDay(undefined);
        void message.success(
          result.statements === 0
            ? text('settlement.nothing')
            : text('settlement.done', { statements: result.statements, lines: result.lines }),
          6,
        );
      },
      onError: (error) => void message.error(errorText(error)),
    });
  return (
    <>
      <Button type="primary" data-testid="run-settlement" onClick={() => setDay(addDays(today, -1))}>
        {text('settlement.run')}
      </Button>
      <Modal
        open={day !== undefined}
        title={text('settlement.run')}
        okText={text('settlement.run')}
        okButtonProps={{ loading: isPending, disabled: !day, ...testId('run-settlement-confirm') }}
        onOk={start}
        onCancel={() => setDay(undefined)}
        width={400}
      >
        <p>{text('settlement.run_detail')}</p>
        <label htmlFor="settlement-day">{text('settlement.until_day')}</label>
        <Input
          id="settlement-day"
          type="date"
          max={today}
          value={day ?? ''}
          data-testid="settlement-day"
          onChange={(event) => setDay(event.target.value)}
        />
      </Modal>
    </>
  );
}
