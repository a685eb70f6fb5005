import { Form, Input } from 'antd';
import { RecordDrawer } from '../../components/record-drawer.tsx';
import { useText } from '../../providers/use-text.ts';
import { useSetPayoutAccount, type AccountDraft } from '../../queries/payout/use-set-payout-account.ts';

type Props = { merchantId: string; currency: string; open: boolean; onClose: () => void };

const empty: Partial<AccountDraft> = {};

/** The account to which a merchant's money goes; a changed one counts from the next withdrawal. */
export function AccountDrawer({ merchantId, currency, open, onClose }: Props) {
  const text = useText();
  const save = useSetPayoutAccount(merchantId, currency);
  const rules = [{ required: true, whitespace: true, max: 60, message: text('form.length', { max: 60 }) }];
  return (
    <RecordDrawer<AccountDraft>
      open={open}
      title={text('withdraw.account')}
      initialValues={empty}
      onClose={onClose}
      onSubmit={(draft) => save.mutateAsync(draft)}
      testId="account-drawer"
    >
      {() => (
        <>
          <Form.Item name="holder_name" label={text('withdraw.holder')} rules={rules}>
            <Input maxLength={60} autoComplete="off" data-testid="account-holder" />
          </Form.Item>
          <Form.Item name="bank_name" label={text('withdraw.bank')} rules={rules}>
            <Input maxLength={60} autoComplete="off" data-testid="account-bank" />
          </Form.Item>
          <Form.Item
            name="number"
            label={text('withdraw.number')}
            extra={text('withdraw.number_hint')}
            rules={[
              {
                required: true,
                pattern: /^[A-Za-z0-9@._\s-]{6,80}$/,
                message: text('withdraw.number_wrong'),
              },
            ]}
          >
            <Input maxLength={80} autoComplete="off" data-testid="account-number" />
          </Form.Item>
        </>
      )}
    </RecordDrawer>
  );
}
