import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Switch } from 'antd';
import { MoneyInput } from '../../components/money-input.tsx';
import { MoveButtons } from '../../components/move-buttons.tsx';
import { useText } from '../../providers/use-text.ts';

/** Sizes or kinds of a product, each with its own price. */
export function VariantFields({ currency }: { currency: string }) {
  const text = useText();
  return (
    <fieldset className="options">
      <legend>{text('variants.title')}</legend>
      <p className="muted">{text('variants.lead')}</p>
      <Form.List name="variants">
        {(rows, { add, remove, move }) => (
          <div className="variants">
            {rows.map(({ key, name }, index) => (
              <div key={key} className="variant" data-testid="variant">
                <Form.Item
                  name={[name, 'name']}
                  rules={[
                    { required: true, whitespace: true, max: 40, message: text('form.length', { max: 40 }) },
                  ]}
                >
                  <Input
                    maxLength={40}
                    placeholder={text('variants.name')}
                    aria-label={text('variants.name')}
                    data-testid="variant-name"
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
                <Form.Item
                  name={[name, 'price_cents']}
                  rules={[{ required: true, message: text('form.amount') }]}
                >
                  <MoneyInput
                    currency={currency}
                    aria-label={text('field.price')}
                    data-testid="variant-price"
                  />
                </Form.Item>
                <Form.Item name={[name, 'original_price_cents']}>
                  <MoneyInput
                    currency={currency}
                    placeholder={text('field.original_price')}
                    aria-label={text('field.original_price')}
                  />
                </Form.Item>
                <Form.Item name={[name, 'sku']}>
                  <Input maxLength={64} placeholder="SKU" aria-label="SKU" />
                </Form.Item>
                <Form.Item name={[name, 'is_available']} valuePropName="checked">
                  <Switch size="small" aria-label={text('menu.on_sale')} />
                </Form.Item>
                <span>
                  <MoveButtons
                    name={text('variants.name')}
                    index={index}
                    count={rows.length}
                    onMove={(to) => move(index, to)}
                  />
                  <Button
                    type="text"
                    size="small"
                    icon={<DeleteOutlined />}
                    aria-label={text('variants.remove')}
                    onClick={() => remove(name)}
                  />
                </span>
              </div>
            ))}
            <Button
              type="dashed"
              icon={<PlusOutlined />}
              data-testid="variant-add"
              onClick={() => add({ is_available: true })}
            >
              {text('variants.add')}
            </Button>
          </div>
        )}
      </Form.List>
    </fieldset>
  );
}
