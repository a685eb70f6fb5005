import { App } from 'antd';
import { NoticeOutlet } from './notice-outlet.tsx';
import { Shell } from './shell.tsx';
import { WorkspaceGate } from './workspace-gate.tsx';

const messages = { maxCount: 3 };

/** The back office behind the sign-in. */
export default function Inside() {
  return (
    <App component={false} message={messages}>
      <NoticeOutlet />
      <WorkspaceGate>
        <Shell />
      </WorkspaceGate>
    </App>
  );
}
