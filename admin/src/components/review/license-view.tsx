import { FilePdfOutlined } from '@ant-design/icons';
import { Image, Skeleton } from 'antd';
import { useText } from '../../providers/use-text.ts';
import { useLicenseFile } from '../../queries/onboarding/use-license-file.ts';

/** A licence as it was handed in: a picture that grows when it is clicked, or a PDF that opens beside the page. */
export function LicenseView({ path, name }: { path: string; name: string }) {
  const text = useText();
  const file = useLicenseFile(path);
  if (file.isPending) return <Skeleton.Image active className="license-file" />;
  if (file.data === undefined)
    return <p className="license-file license-missing">{text('licenses.no_file')}</p>;
  if (!file.data.type.startsWith('image/'))
    return (
      <a className="license-file license-pdf" href={file.data.url} target="_blank" rel="noreferrer">
        <FilePdfOutlined aria-hidden /> {text('licenses.open_file')}
      </a>
    );
  return <Image className="license-file" src={file.data.url} alt={name} />;
}
