/** CRC-32 of bytes (ISO 3309), as ZIP files carry it. */
function crc32(bytes: Uint8Array): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function zip(files: readonly [name: string, text: string][]): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, text] of files) {
    const title = encoder.encode(name);
    const body = encoder.encode(text);
    const common = new DataView(new ArrayBuffer(26));
    common.setUint16(0, 20, true);
    common.setUint16(2, 0x0800, true);
    common.setUint16(8, 0x21, true);
    common.setUint32(10, crc32(body), true);
    common.setUint32(14, body.length, true);
    common.setUint32(18, body.length, true);
    common.setUint16(22, title.length, true);
    const head = new Uint8Array(common.buffer);
    const entry = new DataView(new ArrayBuffer(16));
    entry.setUint32(12, offset, true);
    const local = [new Uint8Array([0x50, 0x4b, 3, 4]), head, title, body];
    directory.push(
      new Uint8Array([0x50, 0x4b, 1, 2, 20, 0]),
      head,
      new Uint8Array(entry.buffer).slice(2),
      title,
    );
    parts.push(...local);
    offset += local.reduce((sum, part) => sum + part.length, 0);
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, files.length, true);
  end.setUint16(10, files.length, true);
  end.setUint32(12, size, true);
  end.setUint32(16, offset, true);
  const all = [...parts, ...directory, new Uint8Array(end.buffer)];
  const bytes = new Uint8Array(all.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of all) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

function escaped(text: string): string {
  const marks: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };
  // XML cannot hold control characters other than tab and line ends.
  return text.replace(/[^\P{Cc}\t\n\r]/gu, '').replace(/[<>&"]/g, (mark) => marks[mark] ?? mark);
}

/**
 * A spreadsheet (Office Open XML, ECMA-376) with one sheet. Texts are inline strings, which no program runs as
 * formulas; numbers are numbers.
 */
export function sheetBytes(
  rows: readonly (readonly (string | number | null | undefined)[])[],
): Uint8Array<ArrayBuffer> {
  const cell = (value: string | number | null | undefined): string =>
    value === null || value === undefined || value === ''
      ? '<c/>'
      : typeof value === 'number'
        ? `<c><v>${value}</v></c>`
        : `<c t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`;
  const data = rows.map((row) => `<row>${row.map(cell).join('')}</row>`).join('');
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return zip([
    [
      '[Content_Types].xml',
      `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`,
    ],
    [
      '_rels/.rels',
      `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${xml}<workbook xmlns="${main}" xmlns:r="${relation}"><sheets><sheet name="1" sheetId="1" r:id="r1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}/worksheet" Target="sheet1.xml"/></Relationships>`,
    ],
    ['xl/sheet1.xml', `${xml}<worksheet xmlns="${main}"><sheetData>${data}</sheetData></worksheet>`],
  ]);
}
