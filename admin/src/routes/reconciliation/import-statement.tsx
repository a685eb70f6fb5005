import { UploadOutlined } from '@ant-design/icons';
import type { Enums } from '@linli/database';
import { Alert, App, Button, Form, Input, Modal, Select, Upload } from 'antd';
import { useState } from 'react';
import { useCity } from '../../app/workspace.ts';
import { addDays, dayIn } from '../../lib/day-time.ts';
import { readProviderStatement, statementColumns, type StatementFile } from '../../lib/provider-statement.ts';
import { testId } from '../../lib/test-id.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import { useImportStatement } from '../../queries/finance/use-import-statement.ts';

type Provider = Enums<'payment_provider'>;
const providers: Provider[] = ['wechat_pay', 'alipay', 'stripe'];

/** Takes a provider's statement from a file; the nightly workflow fetches the same by itself. */
export function ImportStatement() {
  const text = useText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        type="primary"
        icon={<UploadOutlined />}
        data-testid="statement-import"
        onClick={() => setOpen(true)}
      >
        {text('reconciliation.import')}
      </Button>
      {isOpen && <ImportModal onClose={() => setOpen(false)} />}
    </>
  );
}

function ImportModal({ onClose }: { onClose: () => void }) {
  const text = useText();
  const errorText = useErrorText();
  const city = useCity();
  const { message } = App.useApp();
  const today = dayIn(new Date(), city.timezone);
  const { mutate, isPending, error } = useImportStatement();
  const [provider, setProvider] = useState<Provider>('wechat_pay');
  const [on, setOn] = useState(addDays(today, -1));
  const [name, setName] = useState('');
  const [file, setFile] = useState<StatementFile | 'unreadable' | undefined>(undefined);
  const isReady = typeof file === 'object' && file.wrong.length === 0 && file.rows.length > 0;
  const send = (): void => {
    if (typeof file !== 'object') return;
    mutate(
      { provider, on, rows: file.rows },
      {
        onSuccess: (result) => {
          void message.success(text('reconciliation.import_done', { ...result }), 6);
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      open
      title={text('reconciliation.import')}
      okText={text('reconciliation.compare')}
      okButtonProps={{ disabled: !isReady || on === '', loading: isPending, ...testId('import-send') }}
      onOk={send}
      onCancel={onClose}
      width={480}
    >
      <p>{text('reconciliation.import_detail', { columns: statementColumns.join(', ') })}</p>
      <Form layout="vertical">
        <Form.Item label={text('reconciliation.provider')} htmlFor="import-provider">
          <Select<Provider>
            id="import-provider"
            value={provider}
            onChange={setProvider}
            options={providers.map((value) => ({ value, label: text(`payment_provider.${value}`) }))}
          />
        </Form.Item>
        <Form.Item label={text('field.date')} htmlFor="import-day">
          <Input
            id="import-day"
            type="date"
            max={today}
            value={on}
            onChange={(event) => setOn(event.target.value)}
          />
        </Form.Item>
        <Form.Item label={text('reconciliation.file')}>
          <Upload
            accept=".csv,text/csv"
            showUploadList={false}
            beforeUpload={async (chosen) => {
              setName(chosen.name);
              setFile(readProviderStatement(await chosen.text()) ?? 'unreadable');
              return false;
            }}
          >
            <Button icon={<UploadOutlined />} data-testid="import-file">
              {name || text('reconciliation.choose_file')}
            </Button>
          </Upload>
        </Form.Item>
      </Form>
      {file === 'unreadable' && <Alert type="error" showIcon title={text('reconciliation.unreadable')} />}
      {typeof file === 'object' && file.wrong.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={text('reconciliation.wrong_lines', { lines: file.wrong.slice(0, 10).join(', ') })}
        />
      )}
      {isReady && (
        <Alert type="info" showIcon title={text('reconciliation.ready', { count: file.rows.length })} />
      )}
      {error !== null && <Alert type="error" showIcon title={errorText(error)} />}
    </Modal>
  );
}
