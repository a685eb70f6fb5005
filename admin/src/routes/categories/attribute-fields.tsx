import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import { MoveButtons } from '../../components/move-buttons.tsx';
import { attributeTypes, type AttributeDraft } from '../../lib/attribute-drafts.ts';
import { schemaProperties, schemaTitle, type ObjectSchema } from '../../lib/object-schema.ts';
import { useLocale, useText } from '../../providers/use-text.ts';

/** What the form of a product of this category asks for, beside what the categories above ask for. */
export function AttributeFields({ inherited }: { inherited: ObjectSchema | undefined }) {
  const text = useText();
  const locale = useLocale();
  const above = schemaProperties(inherited ?? {}).map(([key, part]) => schemaTitle(key, part, locale));
  return (
    <fieldset className="options">
      <legend>{text('attributes.title')}</legend>
      <p className="muted">{text('attributes.lead')}</p>
      {above.length > 0 && (
        <p className="muted">
          {text('attributes.inherited')} {above.join(' · ')}
        </p>
      )}
      <Form.List name="attributes">
        {(rows, { add, remove, move }) => (
          <>
            {rows.map(({ key, name }, index) => (
              <AttributeLine
                key={key}
                place={name}
                count={rows.length}
                onMove={(to) => move(index, to)}
                onRemove={() => remove(name)}
              />
            ))}
            <Button
              type="dashed"
              block
              icon={<PlusOutlined />}
              data-testid="attribute-add"
              onClick={() => add({ type: 'text' })}
            >
              {text('attributes.add')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}

type LineProps = { place: number; count: number; onMove: (to: number) => void; onRemove: () => void };

function AttributeLine({ place, count, onMove, onRemove }: LineProps) {
  const text = useText();
  const form = Form.useFormInstance<{ attributes: AttributeDraft[] }>();
  const draft = (Form.useWatch(['attributes', place], form) ?? {}) as Partial<AttributeDraft>;
  // What products already carry keeps its key.
  const isStored = (form.getFieldValue(['attributes', place, 'stored']) as unknown) !== undefined;
  const name = draft.title?.trim() || text('attributes.one');
  return (
    <div className="attribute-line" data-testid="attribute">
      <div className="pair">
        <Form.Item
          name={[place, 'title']}
          label={text('field.name')}
          rules={[{ required: true, whitespace: true, max: 40, message: text('form.length', { max: 40 }) }]}
        >
          <Input maxLength={40} data-testid="attribute-title" />
        </Form.Item>
        <Form.Item name={[place, 'title_en']} label={text('field.name_en')}>
          <Input maxLength={40} lang="en" data-testid="attribute-title-en" />
        </Form.Item>
        <Form.Item
          name={[place, 'key']}
          label={text('data.column_name')}
          dependencies={['attributes']}
          rules={[
            { required: true, pattern: /^[a-z][a-z0-9_]{0,39}$/, message: text('data.name_rule') },
            ({ getFieldValue }) => ({
              validator: (_, value: string) =>
                (getFieldValue('attributes') as AttributeDraft[]).filter((one) => one?.key === value).length >
                  1 && value !== ''
                  ? Promise.reject(new Error(text('attributes.twice')))
                  : Promise.resolve(),
            }),
          ]}
        >
          <Input spellCheck={false} disabled={isStored} data-testid="attribute-key" />
        </Form.Item>
        <Form.Item name={[place, 'type']} label={text('data.type')}>
          <Select
            disabled={draft.type === 'other'}
            data-testid="attribute-type"
            options={[...attributeTypes, ...(draft.type === 'other' ? (['other'] as const) : [])].map(
              (type) => ({
                value: type,
                label: (
                  <span data-testid={`attribute-type-${type}`}>
                    {type === 'other' ? text('attributes.other') : text(`field_type.${type}`)}
                  </span>
                ),
              }),
            )}
          />
        </Form.Item>
      </div>
      {(draft.type === 'choice' || draft.type === 'tags') && (
        <Form.Item
          name={[place, 'choices']}
          label={text('data.choices')}
          extra={draft.type === 'tags' ? text('attributes.any_tag') : undefined}
          rules={
            draft.type === 'choice' ? [{ required: true, message: text('attributes.choices_rule') }] : []
          }
        >
          <Select mode="tags" open={false} tokenSeparators={[',', '，']} data-testid="attribute-choices" />
        </Form.Item>
      )}
      <div className="attribute-foot">
        <Form.Item name={[place, 'is_required']} valuePropName="checked" noStyle>
          <Checkbox data-testid="attribute-required">{text('data.must')}</Checkbox>
        </Form.Item>
        <span className="push" />
        <MoveButtons name={name} index={place} count={count} onMove={onMove} />
        <Button
          type="text"
          size="small"
          icon={<DeleteOutlined />}
          aria-label={text('attributes.remove', { name })}
          onClick={onRemove}
        />
      </div>
    </div>
  );
}
