// 人名和联系方式: which columns of a list hold them, judged by their heading. What stands inside free text can not be judged:
// the checklist says so.

const PERSONAL =
  /姓名|户主|负责人|联系人|责任人|法定代表|法人代表|经办|电话|手机|身份证|证件号|银行卡|账号|住址|帮扶干部/;

/** Counts of people and of households. */
const PEOPLE =
  /(贫困|总|常住|户籍|搬迁|安置|受益|带动|覆盖).*(户|人口|人数)|户数|人数|人口(?!.*率)|\((户|人)\)/;

export function isPersonalHeading(heading: string): boolean {
  return PERSONAL.test(heading);
}

/** Not shares: a rate is no count. */
export function isPeopleHeading(heading: string): boolean {
  return PEOPLE.test(heading) && !/率|占比|比例|均/.test(heading.replace('均摊', ''));
}
