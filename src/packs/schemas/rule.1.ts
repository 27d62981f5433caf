// Shape of rules.json, an optional file since specification 1.1 (geodata/SPEC.md).
import * as z from 'zod/mini';
import type { Rule } from '../../domain/rule';

const filled = z.string().check(z.regex(/\S/));
const field = z.string().check(z.regex(/^[a-z][A-Za-z]*$/));
const comparison = z.enum(['<', '<=', '>=', '>']);
const quantity = { field, per: z.nullable(field) };

const check = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('limit'),
    quantity: z.object(quantity),
    op: comparison,
    limit: z.number(),
    unit: filled,
    references: z.array(z.object({ ...quantity, note: filled })),
  }),
  z.object({ kind: z.literal('flag'), field, expected: z.boolean() }),
  z.object({
    kind: z.literal('membership'),
    field,
    list: field,
    conflict: z.enum(['all', 'any']),
  }),
]);

export const rule: z.ZodMiniType<Rule> = z.object({
  id: z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/)),
  name: filled,
  documentId: filled,
  documentTitle: filled,
  documentDate: filled,
  chapter: filled,
  printed: filled,
  binding: z.enum(['binding', 'reference']),
  subject: z.enum([
    'region',
    'county',
    'township',
    'village',
    'project',
    'relocation-programme',
    'relocation-site',
    'industry-zone',
  ]),
  when: z.array(
    z.object({
      field,
      op: z.enum(['<', '<=', '>=', '>', '=']),
      value: z.union([z.number(), z.string(), z.boolean()]),
    }),
  ),
  check,
  dueYear: z.nullable(z.int().check(z.gte(1949), z.lte(2200))),
  needs: z.array(filled).check(z.minLength(1)),
  note: z.string(),
});
