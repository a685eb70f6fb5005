import { CameraOutlined } from '@ant-design/icons';
import { App, Button, Form, Input, type InputRef } from 'antd';
import { lazy, Suspense, useRef, useState } from 'react';
import { canScan } from '../../lib/barcode.ts';
import { spacedCode, voucherDigits, voucherDigitsOf } from '../../lib/voucher-code.ts';
import { useErrorText } from '../../providers/use-error-text.ts';
import { useText } from '../../providers/use-text.ts';
import { TillResult } from './till-result.tsx';
import { useTill } from './use-till.ts';

const ScanModal = lazy(() => import('./scan-modal.tsx'));

/**
 * Where codes are typed, or arrive from a scanner that types: the field keeps the focus. Enter looks a code up; Enter on
 * the empty field takes the voucher that is shown, so that a scanner, which always types before it presses Enter, never
 * takes one by itself.
 */
export function Till({ storeId }: { storeId: string }) {
  const text = useText();
  const errorText = useErrorText();
  const { message } = App.useApp();
  const till = useTill(storeId);
  const [digits, setDigits] = useState('');
  const [isShort, setShort] = useState(false);
  const [isScanning, setScanning] = useState(false);
  const field = useRef<InputRef>(null);

  const isOpen = till.state.kind === 'found' && till.state.voucher.status === 'issued';
  const take = async (): Promise<void> => {
    try {
      await till.take();
    } catch (error) {
      void message.error(errorText(error));
    }
    field.current?.focus();
  };
  const submit = async (code: string): Promise<void> => {
    if (code === '') return take();
    setShort(code.length !== voucherDigits);
    if (code.length !== voucherDigits) return;
    await till.lookUp(code);
    setDigits('');
    field.current?.focus();
  };
  const clear = (): void => {
    till.clear();
    setDigits('');
    setShort(false);
    field.current?.focus();
  };
  return (
    <section className="till" aria-label={text('vouchers.till')}>
      <Form
        layout="vertical"
        onFinish={() => void submit(digits)}
        onKeyDown={(event) => event.key === 'Escape' && clear()}
      >
        <Form.Item
          label={text('vouchers.code')}
          htmlFor="voucher-code"
          extra={text('vouchers.code_hint')}
          validateStatus={isShort ? 'error' : undefined}
          help={isShort ? <span role="alert">{text('vouchers.code_short')}</span> : undefined}
        >
          <div className="till-entry">
            <Input
              ref={field}
              id="voucher-code"
              size="large"
              className="till-code tabular"
              inputMode="numeric"
              autoComplete="off"
              autoFocus
              value={spacedCode(digits)}
              placeholder="0000 0000 0000"
              data-testid="voucher-code"
              onChange={(event) => {
                setShort(false);
                setDigits(voucherDigitsOf(event.target.value).slice(0, voucherDigits));
              }}
            />
            <Button
              type={isOpen ? 'default' : 'primary'}
              htmlType="submit"
              size="large"
              loading={till.isFinding}
              data-testid="voucher-find"
            >
              {text('vouchers.find')}
            </Button>
            {canScan() && (
              <Button
                size="large"
                icon={<CameraOutlined />}
                data-testid="voucher-scan"
                onClick={() => setScanning(true)}
              >
                {text('vouchers.scan')}
              </Button>
            )}
          </div>
        </Form.Item>
      </Form>
      <TillResult state={till.state} isTaking={till.isTaking} onTake={() => void take()} onClear={clear} />
      {isScanning && (
        <Suspense>
          <ScanModal
            onCode={(code) => {
              setScanning(false);
              void submit(code);
            }}
            onClose={() => setScanning(false)}
          />
        </Suspense>
      )}
    </section>
  );
}
