import { ArrowLeftOutlined } from '@ant-design/icons';
import { ErrorState } from '../../../components/error-state.tsx';
import { useWords } from '../../../components/engine/use-words.ts';
import { LoadingPage } from '../../../components/loading-page.tsx';
import { Page } from '../../../components/page.tsx';
import { firstDefinition } from '../../../lib/engine/first-definition.ts';
import type { Resource } from '../../../lib/engine/types.ts';
import { useText } from '../../../providers/use-text.ts';
import { useScreenVersions } from '../../../queries/engine/use-screen-versions.ts';
import { Link } from 'react-router';
import { Designer } from './designer.tsx';

/** Where ops decide how a resource is shown. */
export default function DesignPage({ resource, base }: { resource: Resource; base: string }) {
  const text = useText();
  const words = useWords();
  const versions = useScreenVersions(resource.name);
  if (versions.isError)
    return <ErrorState error={versions.error} onRetry={() => void versions.refetch()} page />;
  if (versions.data === undefined) return <LoadingPage />;
  const draft = versions.data.find(({ status }) => status === 'draft');
  const published = versions.data.find(({ status }) => status === 'published');
  const name = words.resource(resource.name, published?.definition.labels ?? resource.custom_labels);
  return (
    <Page
      title={text('design.title', { name })}
      lead={
        <Link to={`${base}/${resource.name}`}>
          <ArrowLeftOutlined aria-hidden /> {text('design.back', { name })}
        </Link>
      }
    >
      <Designer
        key={draft?.updated_at ?? published?.id ?? 'new'}
        resource={resource}
        versions={versions.data}
        initial={draft?.definition ?? published?.definition ?? firstDefinition(resource)}
      />
    </Page>
  );
}
