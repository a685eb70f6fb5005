import { Card, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { ErrorState } from './error-state.tsx';

type Query = { isError: boolean; data: unknown; error: unknown; refetch: () => unknown };
type Props = { title: string; extra?: ReactNode; query?: Query; children: ReactNode; testId?: string };

/** A part of a page with its own heading, which waits and fails by itself. */
export function SectionCard({ title, extra, query, children, testId }: Props) {
  return (
    <Card
      size="small"
      className="section-card"
      title={<h2 className="card-title">{title}</h2>}
      extra={extra}
      data-testid={testId}
    >
      {query?.data === undefined && query?.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : query !== undefined && query.data === undefined ? (
        <Skeleton active paragraph={{ rows: 3 }} />
      ) : (
        children
      )}
    </Card>
  );
}
