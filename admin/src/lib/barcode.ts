/** What browsers with a barcode reader offer (https://wicg.github.io/shape-detection-api/); it is in no DOM typing yet. */
export type BarcodeReader = { detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]> };
type BarcodeReaderClass = new (options: { formats: string[] }) => BarcodeReader;

function readerClass(): BarcodeReaderClass | undefined {
  return (globalThis as { BarcodeDetector?: BarcodeReaderClass }).BarcodeDetector;
}

/** Whether this browser reads codes with its camera by itself. */
export function canScan(): boolean {
  return (
    readerClass() !== undefined && typeof navigator !== 'undefined' && navigator.mediaDevices !== undefined
  );
}

/** A reader of QR codes and of the bar codes that carry digits; undefined where the browser has none. */
export function newBarcodeReader(): BarcodeReader | undefined {
  const Reader = readerClass();
  return Reader && new Reader({ formats: ['qr_code', 'code_128', 'code_39', 'itf'] });
}
