import { Route, Routes } from 'react-router';
import { PlanList } from './list.tsx';
import { PlanPage } from './plan-page.tsx';

/** Commission plans: the list, and the editor of one. */
export default function CommissionPlansPage() {
  return (
    <Routes>
      <Route index element={<PlanList />} />
      <Route path=":id" element={<PlanPage />} />
    </Routes>
  );
}
