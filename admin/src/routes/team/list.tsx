import { Tabs } from 'antd';
import { Page } from '../../components/page.tsx';
import { useText } from '../../providers/use-text.ts';
import { People } from './people.tsx';
import { RoleMatrix } from './role-matrix.tsx';

/** Who works for the operator, and what each role may do. */
export default function TeamPage() {
  const text = useText();
  return (
    <Page title={text('screen.team')} lead={text('team.lead')}>
      <Tabs
        destroyOnHidden
        items={[
          {
            key: 'people',
            label: <span data-testid="team-people">{text('team.people')}</span>,
            children: <People />,
          },
          {
            key: 'matrix',
            label: <span data-testid="team-matrix">{text('team.matrix')}</span>,
            children: <RoleMatrix />,
          },
        ]}
      />
    </Page>
  );
}
