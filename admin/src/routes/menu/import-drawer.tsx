import { DownloadOutlined, InboxOutlined } from '@ant-design/icons';
import { Alert, Button, Checkbox, Drawer, Segmented, Space, Upload } from 'antd';
import { useState } from 'react';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import { useExportMenu, type MenuFormat } from '../../queries/catalog/use-export-menu.ts';
import { useImportMenu, type ImportReport } from '../../queries/catalog/use-import-menu.ts';
import { ImportReportTable } from './import-report-table.tsx';

type Props = { storeId: string; open: boolean; onClose: () => void };
type Content = { name: string; format: MenuFormat; content: string };

/** The menu as a file: taken out, changed in a spreadsheet, tried, and taken in again row by row. */
export function ImportDrawer({ storeId, open, onClose }: Props) {
  const text = useText();
  return (
    <Drawer open={open} title={text('import.title')} size={820} onClose={onClose} destroyOnHidden>
      <Body storeId={storeId} />
    </Drawer>
  );
}

function Body({ storeId }: { storeId: string }) {
  const text = useText();
  const errorText = useErrorText();
  const download = useExportMenu(storeId);
  const importer = useImportMenu(storeId);
  const [file, setFile] = useState<Content | undefined>(undefined);
  const [isAllOrNothing, setAllOrNothing] = useState(false);
  const [report, setReport] = useState<ImportReport | undefined>(undefined);
  const [shown, setShown] = useState<'all' | 'failed'>('all');

  const attempt = (content: Content, isDryRun: boolean): void =>
    importer.mutate(
      { format: content.format, content: content.content, isDryRun, isAllOrNothing },
      { onSuccess: setReport },
    );
  const take = async (blob: File): Promise<void> => {
    const taken: Content = {
      name: blob.name,
      format: blob.name.toLowerCase().endsWith('.json') ? 'json' : 'csv',
      content: await blob.text(),
    };
    setFile(taken);
    setReport(undefined);
    attempt(taken, true);
  };
  return (
    <div data-testid="import-drawer">
      <div className="import-tools">
        <span>{text('import.export')}</span>
        {(['csv', 'json'] as const).map((format) => (
          <Button
            key={format}
            icon={<DownloadOutlined />}
            loading={download.isPending && download.variables === format}
            data-testid={`export-${format}`}
            onClick={() => download.mutate(format)}
          >
            {format.toUpperCase()}
          </Button>
        ))}
      </div>
      <Upload.Dragger
        accept=".csv,.json"
        maxCount={1}
        showUploadList={false}
        beforeUpload={(blob) => {
          void take(blob);
          return false;
        }}
      >
        <InboxOutlined aria-hidden className="import-icon" />
        <p>{file?.name ?? text('import.drop')}</p>
        <p className="muted">{text('import.hint')}</p>
      </Upload.Dragger>
      {importer.isError && (
        <Alert type="error" showIcon className="import-report" title={errorText(importer.error)} />
      )}
      {report && file && (
        <div className="import-report" data-testid="import-report">
          <Alert
            showIcon
            type={report.failed > 0 ? 'warning' : 'success'}
            title={text(report.is_applied ? 'import.applied' : 'import.tried', {
              created: report.created,
              updated: report.updated,
              unchanged: report.unchanged,
              failed: report.failed,
            })}
            description={
              report.unknown_columns.length > 0
                ? text('import.unknown_columns', { columns: report.unknown_columns.join(', ') })
                : undefined
            }
          />
          <div className="import-tools import-report">
            <Segmented
              value={shown}
              onChange={setShown}
              options={[
                { value: 'all' as const, label: text('import.all', { amount: report.rows.length }) },
                { value: 'failed' as const, label: text('import.failed', { amount: report.failed }) },
              ]}
            />
            <span className="push" />
            {!report.is_applied && (
              <Space wrap>
                <Checkbox
                  checked={isAllOrNothing}
                  onChange={(event) => setAllOrNothing(event.target.checked)}
                >
                  {text('import.all_or_nothing')}
                </Checkbox>
                <Button
                  type="primary"
                  loading={importer.isPending}
                  disabled={report.created + report.updated === 0 || (isAllOrNothing && report.failed > 0)}
                  data-testid="import-apply"
                  onClick={() => attempt(file, false)}
                >
                  {text('import.apply')}
                </Button>
              </Space>
            )}
          </div>
          <ImportReportTable
            rows={shown === 'all' ? report.rows : report.rows.filter((row) => row.status === 'failed')}
          />
        </div>
      )}
    </div>
  );
}
