// Names of what lies in the folder that an office fills in.
export const WORKBOOK = '填报.xlsx';
export const OUTLINES = '县界';
export const SHAPES = '项目图形';
