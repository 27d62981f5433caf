// Shapes of statements.json, relations.json, lists.json and targets.json, optional files since specification 1.4
// (geodata/SPEC.md).
import * as z from 'zod/mini';
import type { NamedList, Relation, Statement } from '../../domain/statement';
import type { Target } from '../../domain/target';

const filled = z.string().check(z.regex(/\S/));
const slug = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]*$/));
const areaCode = z.string().check(z.regex(/^(\d{6}|\d{9}|\d{12})$/));
const measure = z.string().check(z.regex(/^[a-z][A-Za-z0-9]*$/));
const qualifier = z.enum(['exact', 'atLeast', 'about', 'atMost']);
const year = z.int().check(z.gte(1949), z.lte(2200));
const reference = z
  .string()
  .check(
    z.regex(
      /^((statement|claim|target|target-base|list):[a-z0-9][a-z0-9-]*|cell:[a-z0-9-]+\/\d+\/.+|column:[a-z0-9-]+\/.+)$/,
    ),
  );

export const statement: z.ZodMiniType<Statement> = z.object({
  id: slug,
  documentId: filled,
  subject: filled,
  areaCodes: z.nullable(z.array(areaCode)),
  measure,
  scope: z.string(),
  value: z.nullable(z.number()),
  most: z.nullable(z.number()),
  qualifier,
  unit: z.string(),
  year: z.nullable(year),
  chapter: filled,
  printed: filled,
});

const tied = { id: slug, chapter: filled, printed: filled };

export const relation: z.ZodMiniType<Relation> = z.discriminatedUnion('kind', [
  z.object({
    ...tied,
    kind: z.literal('equal'),
    figures: z.array(reference).check(z.minLength(2)),
  }),
  z.object({
    ...tied,
    kind: z.literal('sum'),
    total: reference,
    parts: z.array(reference).check(z.minLength(1)),
  }),
  z.object({
    ...tied,
    kind: z.literal('ratio'),
    ratio: reference,
    numerator: reference,
    denominator: reference,
  }),
  z.object({
    ...tied,
    kind: z.literal('growth'),
    rate: reference,
    base: reference,
    end: reference,
    years: z.number().check(z.positive()),
  }),
  z.object({ ...tied, kind: z.literal('atMost'), lesser: reference, greater: reference }),
]);

export const namedList: z.ZodMiniType<NamedList> = z.object({
  id: slug,
  title: filled,
  documentId: filled,
  chapter: filled,
  memberKind: z.enum(['county', 'township', 'village', 'site', 'project', 'other']),
  year: z.nullable(year),
  stated: z.nullable(
    z.object({ count: z.int().check(z.gte(0)), chapter: filled, printed: filled }),
  ),
  fact: z.optional(measure),
  excludes: z.array(slug),
  members: z.array(
    z.object({
      printed: filled,
      code: z.nullable(areaCode),
      withinCode: z.nullable(areaCode),
      note: z.string(),
    }),
  ),
});

export const target: z.ZodMiniType<Target> = z.object({
  id: slug,
  documentId: filled,
  group: z.string(),
  name: filled,
  measure,
  areaCodes: z.array(areaCode),
  unit: z.string(),
  nature: z.nullable(z.enum(['binding', 'expected'])),
  better: z.nullable(z.enum(['more', 'less'])),
  base: z.nullable(z.object({ year, value: z.number() })),
  year,
  value: z.nullable(z.number()),
  qualifier,
  chapter: filled,
  printed: filled,
  note: z.string(),
});
