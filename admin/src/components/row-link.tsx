import { Button } from 'antd';
import type { ReactNode } from 'react';

/** The cell that opens a row, reachable by keyboard and screen reader. */
export function RowLink({
  onClick,
  children,
  testId,
}: {
  onClick: () => void;
  children: ReactNode;
  testId?: string;
}) {
  return (
    <Button type="link" size="small" className="row-link" onClick={onClick} data-testid={testId}>
      {children}
    </Button>
  );
}
