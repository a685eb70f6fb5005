import {
  HistoryOutlined,
  BankOutlined,
  DiffOutlined,
  FundOutlined,
  LineChartOutlined,
  AppstoreOutlined,
  AuditOutlined,
  BarChartOutlined,
  BellOutlined,
  BookOutlined,
  CalculatorOutlined,
  CalendarOutlined,
  CarOutlined,
  CheckSquareOutlined,
  CustomerServiceOutlined,
  ContainerOutlined,
  DatabaseOutlined,
  DeploymentUnitOutlined,
  EnvironmentOutlined,
  ExceptionOutlined,
  FieldTimeOutlined,
  FileDoneOutlined,
  FileTextOutlined,
  GiftOutlined,
  InboxOutlined,
  NotificationOutlined,
  MoneyCollectOutlined,
  NodeIndexOutlined,
  PartitionOutlined,
  PercentageOutlined,
  PictureOutlined,
  ProfileOutlined,
  QrcodeOutlined,
  RollbackOutlined,
  SafetyOutlined,
  ScheduleOutlined,
  SettingOutlined,
  ShopOutlined,
  StopOutlined,
  TeamOutlined,
  UsergroupAddOutlined,
  UserOutlined,
  WalletOutlined,
} from '@ant-design/icons';
import type { ResourceProps } from '@refinedev/core';
import type { ReactNode } from 'react';
import type { RoleStore, Workspace } from '../lib/access.ts';
import type { MessageKey } from '../providers/use-text.ts';

export type Screen = {
  /** Name of the screen; its address is `/<name>`. */
  name: string;
  workspace: Workspace;
  label: MessageKey;
  icon: ReactNode;
  /** Group heading in the menu. */
  group?: MessageKey;
  /** Left out of the menu for stores that do not need it. */
  isFor?: (store: RoleStore | undefined) => boolean;
};

/** Every screen of the back office, in menu order. */
export const screens: readonly Screen[] = [
  {
    name: 'start',
    workspace: 'merchant',
    label: 'screen.start',
    icon: <CheckSquareOutlined />,
    isFor: (store) => store?.role === 'manager' && !store.is_published,
  },
  { name: 'desk', workspace: 'merchant', label: 'screen.desk', icon: <InboxOutlined /> },
  { name: 'bookings', workspace: 'merchant', label: 'screen.bookings', icon: <ScheduleOutlined /> },
  { name: 'vouchers', workspace: 'merchant', label: 'screen.vouchers', icon: <QrcodeOutlined /> },
  { name: 'dashboard', workspace: 'merchant', label: 'screen.dashboard', icon: <BarChartOutlined /> },
  { name: 'menu', workspace: 'merchant', label: 'screen.menu', icon: <BookOutlined /> },
  { name: 'stock', workspace: 'merchant', label: 'screen.stock', icon: <ContainerOutlined /> },
  { name: 'reports', workspace: 'merchant', label: 'screen.reports', icon: <LineChartOutlined /> },
  { name: 'store', workspace: 'merchant', label: 'screen.store', icon: <ShopOutlined /> },
  { name: 'marketing', workspace: 'merchant', label: 'screen.marketing', icon: <GiftOutlined /> },
  { name: 'ads', workspace: 'merchant', label: 'screen.ads', icon: <NotificationOutlined /> },
  { name: 'statements', workspace: 'merchant', label: 'screen.statements', icon: <WalletOutlined /> },
  {
    name: 'store-invoices',
    workspace: 'merchant',
    label: 'screen.invoices',
    icon: <FileDoneOutlined />,
  },
  { name: 'staff', workspace: 'merchant', label: 'screen.staff', icon: <TeamOutlined /> },
  { name: 'tickets', workspace: 'merchant', label: 'screen.tickets', icon: <CustomerServiceOutlined /> },
  { name: 'records', workspace: 'merchant', label: 'screen.data', icon: <DatabaseOutlined /> },
  { name: 'kpis', workspace: 'ops', label: 'screen.kpis', icon: <LineChartOutlined />, group: 'group.live' },
  { name: 'map', workspace: 'ops', label: 'screen.map', icon: <EnvironmentOutlined />, group: 'group.live' },
  {
    name: 'orders',
    workspace: 'ops',
    label: 'screen.orders',
    icon: <ProfileOutlined />,
    group: 'group.live',
  },
  {
    name: 'refunds',
    workspace: 'ops',
    label: 'screen.refunds',
    icon: <RollbackOutlined />,
    group: 'group.live',
  },
  {
    name: 'approvals',
    workspace: 'ops',
    label: 'screen.approvals',
    icon: <AuditOutlined />,
    group: 'group.supply',
  },
  {
    name: 'merchants',
    workspace: 'ops',
    label: 'screen.merchants',
    icon: <TeamOutlined />,
    group: 'group.supply',
  },
  { name: 'stores', workspace: 'ops', label: 'screen.stores', icon: <ShopOutlined />, group: 'group.supply' },
  { name: 'riders', workspace: 'ops', label: 'screen.riders', icon: <CarOutlined />, group: 'group.supply' },
  {
    name: 'zones',
    workspace: 'ops',
    label: 'screen.zones',
    icon: <PartitionOutlined />,
    group: 'group.dispatch',
  },
  {
    name: 'rider-pay',
    workspace: 'ops',
    label: 'screen.rider_pay',
    icon: <MoneyCollectOutlined />,
    group: 'group.dispatch',
  },
  {
    name: 'shifts',
    workspace: 'ops',
    label: 'screen.shifts',
    icon: <CalendarOutlined />,
    group: 'group.dispatch',
  },
  {
    name: 'breaches',
    workspace: 'ops',
    label: 'screen.breaches',
    icon: <ExceptionOutlined />,
    group: 'group.dispatch',
  },
  {
    name: 'eta',
    workspace: 'ops',
    label: 'screen.eta',
    icon: <FieldTimeOutlined />,
    group: 'group.dispatch',
  },
  {
    name: 'ticks',
    workspace: 'ops',
    label: 'screen.ticks',
    icon: <NodeIndexOutlined />,
    group: 'group.dispatch',
  },
  {
    name: 'categories',
    workspace: 'ops',
    label: 'screen.categories',
    icon: <AppstoreOutlined />,
    group: 'group.town',
  },
  {
    name: 'promotions',
    workspace: 'ops',
    label: 'screen.promotions',
    icon: <GiftOutlined />,
    group: 'group.town',
  },
  {
    name: 'content',
    workspace: 'ops',
    label: 'screen.content',
    icon: <PictureOutlined />,
    group: 'group.town',
  },
  {
    name: 'segments',
    workspace: 'ops',
    label: 'screen.segments',
    icon: <UsergroupAddOutlined />,
    group: 'group.town',
  },
  {
    name: 'rate-cards',
    workspace: 'ops',
    label: 'screen.rate_cards',
    icon: <CalculatorOutlined />,
    group: 'group.town',
  },
  {
    name: 'notification-rules',
    workspace: 'ops',
    label: 'screen.notification_rules',
    icon: <BellOutlined />,
    group: 'group.town',
  },
  {
    name: 'users',
    workspace: 'ops',
    label: 'screen.users',
    icon: <UserOutlined />,
    group: 'group.care',
  },
  {
    name: 'support',
    workspace: 'ops',
    label: 'screen.support',
    icon: <CustomerServiceOutlined />,
    group: 'group.care',
  },
  {
    name: 'risk',
    workspace: 'ops',
    label: 'screen.risk',
    icon: <SafetyOutlined />,
    group: 'group.care',
  },
  {
    name: 'blocks',
    workspace: 'ops',
    label: 'screen.blocks',
    icon: <StopOutlined />,
    group: 'group.care',
  },
  {
    name: 'finance',
    workspace: 'ops',
    label: 'screen.finance',
    icon: <FundOutlined />,
    group: 'group.money',
  },
  {
    name: 'reconciliation',
    workspace: 'ops',
    label: 'screen.reconciliation',
    icon: <DiffOutlined />,
    group: 'group.money',
  },
  {
    name: 'payouts',
    workspace: 'ops',
    label: 'screen.payouts',
    icon: <BankOutlined />,
    group: 'group.money',
  },
  {
    name: 'invoices',
    workspace: 'ops',
    label: 'screen.invoices',
    icon: <FileDoneOutlined />,
    group: 'group.money',
  },
  {
    name: 'commission-plans',
    workspace: 'ops',
    label: 'screen.commission_plans',
    icon: <PercentageOutlined />,
    group: 'group.money',
  },
  {
    name: 'settlement',
    workspace: 'ops',
    label: 'screen.settlement',
    icon: <FileTextOutlined />,
    group: 'group.money',
  },
  {
    name: 'workflows',
    workspace: 'ops',
    label: 'screen.workflows',
    icon: <DeploymentUnitOutlined />,
    group: 'group.house',
  },
  {
    name: 'data',
    workspace: 'ops',
    label: 'screen.data',
    icon: <DatabaseOutlined />,
    group: 'group.house',
  },
  {
    name: 'team',
    workspace: 'ops',
    label: 'screen.team',
    icon: <SafetyOutlined />,
    group: 'group.house',
  },
  {
    name: 'audit',
    workspace: 'ops',
    label: 'screen.audit',
    icon: <HistoryOutlined />,
    group: 'group.house',
  },
  {
    name: 'settings',
    workspace: 'ops',
    label: 'screen.settings',
    icon: <SettingOutlined />,
    group: 'group.house',
  },
];

/** Columns a list reads; tables whose every column a list may read are not named. */
const columns: Record<string, string> = {
  stores:
    'id,merchant_id,city_id,category_id,name,translations,description,phone,street,lon,lat,image_path,is_published,closed_until,preparation_minutes,minimum_order_cents,packaging_fee_cents,rating_average,rating_count,monthly_sales_count,created_at,updated_at',
  zones:
    'id,city_id,name,translations,offer_timeout_seconds,max_in_hand,radius_meters,rider_base_pay_cents,rider_pay_per_km_cents,is_active',
};

/** Tables that the screens read and change through Refine, and the screen whose rights they share. */
const tables: readonly [table: string, screen: string, idColumn?: string][] = [
  ['menu_sections', 'menu'],
  ['products', 'menu'],
  ['modifier_groups', 'menu'],
  ['modifiers', 'menu'],
  ['store_hours', 'store'],
  ['slot_capacities', 'store'],
  ['reason_codes', 'settings', 'code'],
  ['notification_rules', 'notification-rules'],
  ['workflow_failures', 'workflows'],
  ['cities', 'settings'],
  ['banners', 'content'],
  ['articles', 'content'],
  ['ad_slots', 'content'],
  ['segments', 'content'],
  ['rider_pay_rules', 'rider-pay'],
  ['rider_shift_slots', 'shifts'],
  ['risk_rules', 'risk'],
];

/** Refine's resources: the screens by their names, and the tables behind them. */
export function refineResources(): ResourceProps[] {
  const fromScreens = screens.map(({ name, workspace, label }) => ({
    name,
    list: `/${name}`,
    meta: { workspace, label, select: columns[name], idColumnName: name === 'settings' ? 'key' : undefined },
  }));
  const fromTables = tables.map(([name, screen, idColumnName]) => ({
    name,
    meta: {
      workspace: screens.find((known) => known.name === screen)?.workspace ?? 'ops',
      select: columns[name],
      idColumnName,
      hide: true,
    },
  }));
  return [...fromScreens, ...fromTables];
}
