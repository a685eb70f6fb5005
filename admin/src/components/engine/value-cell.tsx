import { CheckOutlined, LinkOutlined, MinusOutlined } from '@ant-design/icons';
import { formatDistance } from '@linli/ui/distance';
import { formatExactTime } from '@linli/ui/relative-time';
import { Tag } from 'antd';
import { Link } from 'react-router';
import { geometryParts } from '../../lib/engine/geometry.ts';
import type { Field } from '../../lib/engine/screen-model.ts';
import type { AnyRow } from '../../lib/engine/types.ts';
import { localField } from '../../lib/local-name.ts';
import { useLocale, useText } from '../../providers/use-text.ts';
import { Money } from '../money.tsx';
import { Picture } from '../picture.tsx';
import { RelativeTime } from '../relative-time.tsx';
import { useRowPlace } from './use-row-place.ts';
import { ValueTag } from './value-tag.tsx';

type Props = { field: Field; row: AnyRow; labels?: Record<string, string>; base: string; inList?: boolean };

/** One value of a row as its widget shows it. */
export function ValueCell({ field, row, labels, base, inList = false }: Props) {
  const text = useText();
  const locale = useLocale();
  const place = useRowPlace();
  const { name, references } = field.column;
  const value = row[name];
  if (value === null || value === undefined || value === '') return <span className="muted">–</span>;
  const plain = typeof value === 'object' ? JSON.stringify(value) : String(value);
  switch (field.widget) {
    case 'reference': {
      const known = labels?.[plain];
      if (known === undefined || references === undefined || inList) return <>{known ?? plain.slice(0, 8)}</>;
      return <Link to={`${base}/${references.table}/${encodeURIComponent(plain)}`}>{known}</Link>;
    }
    case 'money':
      return <Money cents={Number(value)} currency={place(row).currency} />;
    case 'percent':
      return <span className="tabular">{Number(value) / 100}%</span>;
    case 'duration':
      return <span className="tabular">{text('unit.seconds', { amount: Number(value) })}</span>;
    case 'distance':
      return <span className="tabular">{formatDistance(Number(value), locale)}</span>;
    case 'number':
      return <span className="tabular">{new Intl.NumberFormat(locale).format(Number(value))}</span>;
    case 'switch':
      return value === true ? (
        <CheckOutlined className="yes-mark" aria-label={text('data.yes')} />
      ) : (
        <MinusOutlined className="muted" aria-label={text('data.no')} />
      );
    case 'datetime':
      return inList ? (
        <RelativeTime at={plain} />
      ) : (
        <time dateTime={plain}>{formatExactTime(new Date(plain), locale, place(row).timeZone)}</time>
      );
    case 'tag':
    case 'choice':
      return <ValueTag value={plain} />;
    case 'tags':
      return (
        <>
          {(Array.isArray(value) ? value : []).map((one) => (
            <Tag key={String(one)}>{String(one)}</Tag>
          ))}
        </>
      );
    case 'image':
      return <Picture path={plain} name={String(row['name'] ?? '')} category="" size={inList ? 32 : 96} />;
    case 'url':
      return (
        <a href={plain} target="_blank" rel="noreferrer noopener">
          <LinkOutlined aria-hidden /> {plain}
        </a>
      );
    case 'map':
      return <>{text('data.shapes', { count: geometryParts(value).length })}</>;
    case 'json':
    case 'translations':
      return inList ? (
        <code className="clip">{plain}</code>
      ) : (
        <pre className="json-view" tabIndex={0}>
          {JSON.stringify(value, null, 2)}
        </pre>
      );
    default:
      return inList ? (
        <span className="clip cell-text">{localField(plain, row['translations'], name, locale)}</span>
      ) : (
        <span className="cell-long">{plain}</span>
      );
  }
}
