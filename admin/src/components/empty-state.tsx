import { InboxOutlined } from '@ant-design/icons';
import { Notice } from './notice.tsx';

/** Nothing here yet: says what would be here and teaches the next step. */
export function EmptyState({ title, hint }: { title: string; hint?: string }) {
  return <Notice icon={<InboxOutlined />} title={title} detail={hint} />;
}
