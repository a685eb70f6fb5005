import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, InputNumber, Switch } from 'antd';
import { MoneyInput } from '../../components/money-input.tsx';
import { MoveButtons } from '../../components/move-buttons.tsx';
import { useText } from '../../providers/use-text.ts';

/** The choices of a product: groups with a least and a most, and their modifiers with a price each. */
export function OptionGroups({ currency }: { currency: string }) {
  const text = useText();
  return (
    <fieldset className="options">
      <legend>{text('options.title')}</legend>
      <p className="muted">{text('options.lead')}</p>
      <Form.List name="groups">
        {(groups, { add, remove, move }) => (
          <>
            {groups.map(({ key, name }, index) => (
              <section key={key} className="option-group" data-testid="option-group">
                <div className="option-head">
                  <Form.Item
                    name={[name, 'name']}
                    label={text('options.group')}
                    rules={[
                      {
                        required: true,
                        whitespace: true,
                        max: 40,
                        message: text('form.length', { max: 40 }),
                      },
                    ]}
                  >
                    <Input maxLength={40} data-testid="group-name" />
                  </Form.Item>
                  <Form.Item name={[name, 'translations', 'en', 'name']} label={text('field.name_en')}>
                    <Input maxLength={40} lang="en" />
                  </Form.Item>
                  <Form.Item name={[name, 'min_count']} label={text('options.least')}>
                    <InputNumber min={0} max={20} precision={0} />
                  </Form.Item>
                  <Form.Item name={[name, 'max_count']} label={text('options.most')}>
                    <InputNumber min={1} max={20} precision={0} />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'free_count']}
                    label={text('options.free')}
                    tooltip={text('options.free_hint')}
                  >
                    <InputNumber min={0} max={20} precision={0} />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'is_required']}
                    label={text('options.required')}
                    tooltip={text('options.required_hint')}
                    valuePropName="checked"
                  >
                    <Switch size="small" />
                  </Form.Item>
                  <span className="option-tools">
                    <MoveButtons
                      name={text('options.group')}
                      index={index}
                      count={groups.length}
                      onMove={(to) => move(index, to)}
                    />
                    <Button
                      type="text"
                      danger
                      icon={<DeleteOutlined />}
                      aria-label={text('options.remove_group')}
                      onClick={() => remove(name)}
                    />
                  </span>
                </div>
                <Modifiers group={name} currency={currency} />
              </section>
            ))}
            <Button
              icon={<PlusOutlined />}
              data-testid="group-add"
              onClick={() =>
                add({
                  min_count: 0,
                  max_count: 1,
                  free_count: 0,
                  is_required: true,
                  modifiers: [{ price_cents: 0, max_quantity: 1, is_available: true }],
                })
              }
            >
              {text('options.add_group')}
            </Button>
          </>
        )}
      </Form.List>
    </fieldset>
  );
}

function Modifiers({ group, currency }: { group: number; currency: string }) {
  const text = useText();
  return (
    <Form.List name={[group, 'modifiers']}>
      {(modifiers, { add, remove }) => (
        <div className="modifiers">
          {modifiers.map(({ key, name }) => (
            <div key={key} className="modifier">
              <Form.Item
                name={[name, 'name']}
                rules={[
                  { required: true, whitespace: true, max: 40, message: text('form.length', { max: 40 }) },
                ]}
              >
                <Input
                  maxLength={40}
                  placeholder={text('options.modifier')}
                  aria-label={text('options.modifier')}
                  data-testid="modifier-name"
                />
              </Form.Item>
              <Form.Item name={[name, 'translations', 'en', 'name']}>
                <Input
                  maxLength={40}
                  lang="en"
                  placeholder={text('field.name_en')}
                  aria-label={text('field.name_en')}
                />
              </Form.Item>
              <Form.Item name={[name, 'price_cents']}>
                <MoneyInput
                  currency={currency}
                  aria-label={text('options.extra')}
                  data-testid="modifier-price"
                />
              </Form.Item>
              <Form.Item name={[name, 'max_quantity']}>
                <InputNumber
                  min={1}
                  max={99}
                  precision={0}
                  prefix="×"
                  aria-label={text('options.most_pieces')}
                  title={text('options.most_pieces')}
                />
              </Form.Item>
              <Form.Item name={[name, 'is_available']} valuePropName="checked">
                <Switch size="small" aria-label={text('menu.on_sale')} />
              </Form.Item>
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={text('options.remove_modifier')}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          <Button
            type="dashed"
            size="small"
            icon={<PlusOutlined />}
            data-testid="modifier-add"
            onClick={() => add({ price_cents: 0, max_quantity: 1, is_available: true })}
          >
            {text('options.add_modifier')}
          </Button>
        </div>
      )}
    </Form.List>
  );
}
