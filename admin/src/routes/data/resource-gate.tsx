import { TableOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useNavigate, useParams } from 'react-router';
import { ErrorState } from '../../components/error-state.tsx';
import { LoadingPage } from '../../components/loading-page.tsx';
import { Notice } from '../../components/notice.tsx';
import type { Resource } from '../../lib/engine/types.ts';
import { useText } from '../../providers/use-text.ts';
import { useResources } from '../../queries/engine/use-resources.ts';

type Props = { base: string; children: (resource: Resource) => ReactNode };

/** Finds the resource of the address, or says that it is not there for this person. */
export function ResourceGate({ base, children }: Props) {
  const text = useText();
  const navigate = useNavigate();
  const { resource: name } = useParams();
  const resources = useResources();
  if (resources.isError)
    return <ErrorState error={resources.error} onRetry={() => void resources.refetch()} page />;
  if (resources.data === undefined) return <LoadingPage />;
  const found = resources.data.find((resource) => resource.name === name);
  if (found === undefined) {
    return (
      <Notice
        page
        icon={<TableOutlined />}
        title={text('data.not_found')}
        detail={text('data.not_found_hint')}
        actions={
          <Button type="primary" onClick={() => void navigate(base)}>
            {text('data.to_catalog')}
          </Button>
        }
      />
    );
  }
  return <div key={found.name}>{children(found)}</div>;
}
