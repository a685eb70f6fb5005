import { Button } from 'antd';
import { useText } from '../providers/use-text.ts';

type Query = { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };

/** The next page of a short list inside a card. */
export function MoreButton({ query }: { query: Query }) {
  const text = useText();
  if (!query.hasNextPage) return null;
  return (
    <Button size="small" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
      {text('action.more')}
    </Button>
  );
}
