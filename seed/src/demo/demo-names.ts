import type { PeopleNames } from '../people/demo-people.ts';

/** Made-up people of the demo town. */
export const demoNames: PeopleNames = {
  customers: [
    { name: '林小雨', locale: 'zh-CN', home: { label: '家', detail: '3 幢 2 单元 501' } },
    { name: '陈晨', locale: 'zh-CN', home: { label: '公司', detail: 'A 座 12 楼前台' } },
    { name: 'Emma Wilson', locale: 'en', home: { label: 'Home', detail: 'Building 7, flat 302' } },
  ],
  merchant: '王店长',
  clerk: '小李',
  managers: [
    '周建国',
    '吴秀英',
    '郑海涛',
    '冯晓燕',
    '蒋文斌',
    '沈佳怡',
    '韩磊',
    '杨雪',
    '朱俊杰',
    '秦丽',
    '许志强',
    '何敏',
    '吕阳',
    '张慧',
    '孔令辉',
    '曹颖',
  ],
  riders: [
    '赵师傅',
    '钱师傅',
    '孙师傅',
    '李师傅',
    '周师傅',
    '吴师傅',
    '郑师傅',
    '王师傅',
    '冯师傅',
    '陈师傅',
    '褚师傅',
    '卫师傅',
  ],
};
