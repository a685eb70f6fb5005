import { Alert, Modal } from 'antd';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { newBarcodeReader } from '../../lib/barcode.ts';
import { voucherDigits, voucherDigitsOf } from '../../lib/voucher-code.ts';
import { useText } from '../../providers/use-text.ts';

type Props = { onCode: (digits: string) => void; onClose: () => void };

/** How often a picture is read, in milliseconds. */
const pause = 200;

/** Reads a code with the camera, and says so when the camera may not be used. */
export default function ScanModal({ onCode, onClose }: Props) {
  const text = useText();
  const video = useRef<HTMLVideoElement>(null);
  const [isRefused, setRefused] = useState(false);
  const found = useEffectEvent(onCode);
  useEffect(() => {
    let isOver = false;
    let stream: MediaStream | undefined;
    const read = async (): Promise<void> => {
      const reader = newBarcodeReader();
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      const screen = video.current;
      if (isOver || screen === null || reader === undefined) return stop();
      screen.srcObject = stream;
      await screen.play();
      while (!isOver) {
        for (const { rawValue } of await reader.detect(screen)) {
          const digits = voucherDigitsOf(rawValue);
          if (digits.length === voucherDigits) return found(digits);
        }
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    };
    const stop = (): void => stream?.getTracks().forEach((track) => track.stop());
    read().catch(() => !isOver && setRefused(true));
    return () => {
      isOver = true;
      stop();
    };
  }, []);
  return (
    <Modal open title={text('vouchers.scan_title')} footer={null} onCancel={onClose} width={420}>
      {isRefused ? (
        <Alert type="warning" showIcon title={text('vouchers.scan_refused')} />
      ) : (
        <>
          <video ref={video} className="scan-video" muted playsInline data-testid="scan-video" />
          <p className="muted">{text('vouchers.scan_hint')}</p>
        </>
      )}
    </Modal>
  );
}
