/** Cleaning, moving, laundry. */
export const homeMenus = {
  cleaning: `
# 日常保洁|Home cleaning
*日常保洁|Regular cleaning|90|hours|自带工具，满意付款
*深度保洁|Deep cleaning|268|room
开荒保洁|After-renovation cleaning|488|room
擦玻璃|Window cleaning|128|room
收纳整理保洁|Tidying and cleaning|198|hours
长期钟点工（8 次卡）|Hourly helper (8 visits)|680|hours
# 家电清洗|Appliance cleaning
*挂机空调清洗|Wall air conditioner cleaning|99
柜式空调清洗|Standing air conditioner cleaning|139
油烟机清洗|Cooker hood clean|168
滚筒洗衣机清洗|Washing machine clean|148
冰箱清洗|Fridge clean|148
# 家居养护|Home care
沙发清洗（三座）|Sofa cleaning (3 seats)|188
床垫除螨|Mattress mite cleaning|128
地毯清洗|Carpet cleaning|158
木地板打蜡保洁|Floor waxing and cleaning|288|room
除甲醛|Formaldehyde removal|588|room
# 保姆月嫂|Care
白班保姆（一天）|Day helper (one day)|320
老人陪护保姆（一天）|Elder care helper (one day)|360
`,
  moving: `
# 搬家|Moving
*小面搬家（2 公里内）|Small van moving (2 km)|168
*厢货搬家（5 公里内）|Box truck moving (5 km)|388
日式全包搬家|Full-service moving|1280|room
大件搬运|Heavy items|128
钢琴搬家|Piano moving|480
# 跑腿|Errands
帮我买跑腿|Buy-for-me errand|12
帮我送跑腿|Deliver-for-me errand|10
代取快递|Parcel pick-up|5
代排队跑腿（1 小时）|Queueing errand (1 h)|35
文件急送|Document parcel express|18
# 安装清运|Fit & clear
家具拆装|Furniture fitting|88
旧家具清运|Old furniture removal|128
装修垃圾清运|Rubble removal|268
# 包装|Packing
搬家纸箱 10 个|Moving boxes (10)|58
气泡膜一卷|Bubble wrap|29
`,
  laundry: `
# 衣物干洗|Clothes
*衬衫干洗|Shirt dry clean|19
*羽绒服干洗|Down jacket dry clean|58
西装两件套干洗|Suit dry clean|68
大衣干洗|Coat dry clean|55
毛衣干洗|Jumper dry clean|32
连衣裙干洗|Dress dry clean|42
# 家纺|Home textiles
窗帘清洗（一组）|Curtain laundry (pair)|88
四件套水洗|Bedding wash|58
被子清洗|Duvet wash|68
# 鞋包|Shoes & bags
运动鞋清洗|Trainers clean|35
皮鞋护理|Leather shoe care|45
真皮包护理|Leather handbag care|158
# 熨烫改衣|Ironing & alterations
单件熨烫|Ironing, one piece|12
改裤脚|Trousers hem alterations|15
换拉链|Zip alterations|30
按袋洗衣（一袋）|Laundry by the bag|49
`,
} as const;
