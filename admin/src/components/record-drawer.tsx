import { HistoryOutlined } from '@ant-design/icons';
import { Alert, App, Button, Drawer, Form, Popconfirm, Space, type FormInstance } from 'antd';
import { useState, type ReactNode } from 'react';
import { useErrorText } from '../providers/use-error-text.ts';
import { useWorkspace } from '../app/workspace.ts';
import { useText } from '../providers/use-text.ts';
import type { ShowPart } from './versions/use-diff-text.ts';
import { VersionsDrawer } from './versions/versions-drawer.tsx';

type Props<Values extends object> = {
  open: boolean;
  title: string;
  /** Values of the form when it opens; what is read again later leaves alone what is being typed. */
  initialValues: Partial<Values>;
  /** Saves; a throw keeps the drawer open and shows what went wrong. */
  onSubmit: (values: Values) => Promise<unknown>;
  onClose: () => void;
  onDelete?: () => Promise<unknown>;
  deleteQuestion?: string;
  width?: number;
  readOnly?: boolean;
  testId?: string;
  /** What the record was: a list in a drawer of its own, from which an older content can be saved again. */
  versions?: {
    table: string;
    rowKey: string;
    ignored?: readonly string[];
    show?: ShowPart;
    onRestore?: (content: Record<string, unknown>) => Promise<unknown>;
  };
  children: (form: FormInstance<Values>) => ReactNode;
};

/** The form block of the back office: a drawer beside its list, with save, delete and a guard for what is unsaved. */
export function RecordDrawer<Values extends object>(props: Props<Values>) {
  const { open, onClose } = props;
  const text = useText();
  const { modal } = App.useApp();
  const [dirty, setDirty] = useState(false);

  const close = (): void => {
    if (!dirty) return onClose();
    modal.confirm({
      title: text('form.discard_title'),
      content: text('form.discard_detail'),
      okText: text('form.discard'),
      okButtonProps: { danger: true },
      onOk: () => {
        setDirty(false);
        onClose();
      },
    });
  };
  return (
    <Drawer
      open={open}
      title={props.title}
      size={props.width ?? 480}
      onClose={close}
      destroyOnHidden
      afterOpenChange={(shown) => !shown && setDirty(false)}
      classNames={{ body: 'record-body' }}
    >
      {open && <RecordForm {...props} onClose={onClose} onCancel={close} onDirty={setDirty} />}
    </Drawer>
  );
}

type FormProps<Values extends object> = Props<Values> & {
  onCancel: () => void;
  onDirty: (dirty: boolean) => void;
};

function RecordForm<Values extends object>(props: FormProps<Values>) {
  const text = useText();
  const errorText = useErrorText();
  const [form] = Form.useForm<Values>();
  const [initialValues] = useState(props.initialValues);
  const [error, setError] = useState<unknown>(undefined);
  const [busy, setBusy] = useState(false);
  const [isHistoryOpen, setHistoryOpen] = useState(false);
  const currency = useWorkspace().city?.currency ?? 'CNY';
  const restore = async (content: Record<string, unknown>): Promise<void> => {
    await props.versions?.onRestore?.(content);
    props.onDirty(false);
    props.onClose();
  };

  const attempt = async (work: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    setError(undefined);
    try {
      await work();
      props.onDirty(false);
      props.onClose();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Form<Values>
      form={form}
      layout="vertical"
      className="record-form"
      data-testid={props.testId}
      disabled={props.readOnly}
      initialValues={initialValues}
      onValuesChange={() => props.onDirty(true)}
      onFinish={() => void attempt(() => props.onSubmit(form.getFieldsValue(true) as Values))}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) form.submit();
      }}
    >
      <div className="record-fields">
        {error !== undefined && (
          <Alert type="error" showIcon title={errorText(error)} data-testid="form-error" />
        )}
        {props.children(form)}
      </div>
      <div className="record-foot">
        {props.onDelete && !props.readOnly && (
          <Popconfirm
            title={props.deleteQuestion ?? text('form.delete_question')}
            okText={text('action.delete')}
            okButtonProps={{ danger: true }}
            onConfirm={() => attempt(() => props.onDelete?.() ?? Promise.resolve())}
          >
            <Button danger type="text" data-testid="form-delete">
              {text('action.delete')}
            </Button>
          </Popconfirm>
        )}
        {props.versions && (
          <Button
            type="text"
            disabled={false}
            icon={<HistoryOutlined />}
            data-testid="open-versions"
            onClick={() => setHistoryOpen(true)}
          >
            {text('versions.open')}
          </Button>
        )}
        <Space className="push">
          <Button onClick={props.onCancel} disabled={false}>
            {text(props.readOnly ? 'action.close' : 'action.cancel')}
          </Button>
          {!props.readOnly && (
            <Button type="primary" htmlType="submit" loading={busy} data-testid="form-save">
              {text('action.save')}
            </Button>
          )}
        </Space>
      </div>
      {props.versions && (
        <VersionsDrawer
          {...props.versions}
          currency={currency}
          open={isHistoryOpen}
          onClose={() => setHistoryOpen(false)}
          onRestore={props.readOnly || !props.versions.onRestore ? undefined : restore}
        />
      )}
    </Form>
  );
}
