import { PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Radio } from 'antd';
import { RecordDrawer } from '../../../components/record-drawer.tsx';
import type { Labels, Resource } from '../../../lib/engine/types.ts';
import { useText } from '../../../providers/use-text.ts';
import { useCreateResource, type NewColumn } from '../../../queries/engine/use-create-resource.ts';
import { NewColumnFields } from './new-column-fields.tsx';

type Values = { name: string; labels: Labels; comment: string; template: Template; columns: NewColumn[] };
type Template = (typeof templates)[number];
type Props = {
  open: boolean;
  resources: readonly Resource[];
  onClose: () => void;
  onMade: (name: string) => void;
};

const templates = ['ops_only', 'public_read', 'store_owned'] as const;
const initial: Partial<Values> = {
  template: 'ops_only',
  columns: [{ name: 'name', type: 'text', is_required: true }],
};

/** Makes a simple table without a deploy: columns of known types, rights by a template. */
export function NewResourceDrawer({ open, resources, onClose, onMade }: Props) {
  const text = useText();
  const create = useCreateResource();
  return (
    <RecordDrawer<Values>
      open={open}
      title={text('data.new_resource')}
      width={640}
      initialValues={initial}
      onClose={onClose}
      testId="new-resource-form"
      onSubmit={async ({ name, labels, comment, template, columns }) => {
        await create({ name: `x_${name}`, labels, comment, template, columns });
        onMade(`x_${name}`);
      }}
    >
      {() => (
        <>
          <div className="pair">
            <Form.Item
              name={['labels', 'zh-CN']}
              label={text('data.label_zh')}
              rules={[{ required: true, max: 40 }]}
            >
              <Input data-testid="resource-label-zh" />
            </Form.Item>
            <Form.Item
              name={['labels', 'en']}
              label={text('data.label_en')}
              rules={[{ required: true, max: 40 }]}
            >
              <Input lang="en" data-testid="resource-label-en" />
            </Form.Item>
          </div>
          <Form.Item
            name="name"
            label={text('data.name_in_database')}
            extra={text('data.name_rule')}
            rules={[{ required: true, pattern: /^[a-z][a-z0-9_]{1,38}$/, message: text('data.name_rule') }]}
          >
            <Input prefix="x_" spellCheck={false} data-testid="resource-name" />
          </Form.Item>
          <Form.Item name="comment" label={text('data.about')}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="template" label={text('data.who')}>
            <Radio.Group
              className="reason-list"
              options={templates.map((one) => ({ value: one, label: text(`data.template.${one}`) }))}
            />
          </Form.Item>
          <h3 className="section-title">{text('data.columns')}</h3>
          <Form.List name="columns">
            {(fields, { add, remove }) => (
              <>
                {fields.map(({ key, name }) => (
                  <NewColumnFields
                    key={key}
                    place={name}
                    resources={resources}
                    onRemove={fields.length > 1 ? () => remove(name) : undefined}
                  />
                ))}
                <Button
                  type="dashed"
                  block
                  icon={<PlusOutlined />}
                  onClick={() => add({ type: 'text' })}
                  data-testid="add-column"
                >
                  {text('data.add_column')}
                </Button>
              </>
            )}
          </Form.List>
        </>
      )}
    </RecordDrawer>
  );
}
