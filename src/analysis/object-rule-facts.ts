// A drawn object as a row of rule facts: its typed values and what was computed of it, under the names that rules.json uses.
// What is not known is absent, so that the rule answers 缺数据: an overlap without any reference area of that kind, a height
// where part of the object has no terrain, a service list that nobody filled.
import { type PlanObject, listValue, numberValue, textValue } from '../domain/plan-object';
import { PLAN_OBJECT_FIELDS } from '../domain/plan-object-fields.table';
import type { RuleSubject } from '../domain/rule';
import { isArea } from './area-shares';
import type { ObjectFacts } from './object-facts';
import { type Protection, protectionOf } from './object-overlaps';
import type { RuleFact, RuleRow } from './rule-facts';

export const OBJECT_SUBJECTS: Readonly<Partial<Record<PlanObject['kind'], RuleSubject>>> = {
  site: 'relocation-site',
  zone: 'industry-zone',
  project: 'project',
};

export const PROTECTION_FACTS: Readonly<Record<Protection, string>> = {
  redline: 'redlineSquareMetres',
  'basic-farmland': 'basicFarmlandSquareMetres',
  'protected-core': 'protectedCoreSquareMetres',
  'water-source': 'waterSourceSquareMetres',
};

const PROTECTIONS = Object.keys(PROTECTION_FACTS) as readonly Protection[];

/** What the plan wants at a site, 第五章 五; the two stations are asked for apart. */
export const PUBLIC_SERVICES: readonly string[] = [
  'education',
  'health',
  'culture',
  'commerce',
  'elder-care',
  'village-organisation',
];

const TREES_AND_FISH: ReadonlySet<string> = new Set([
  'apple',
  'pear',
  'peach',
  'walnut',
  'pagoda-tree',
  'sichuan-pepper',
  'jujube',
  'cherry',
  'hawthorn',
  'grape',
  'tree-saplings',
  'aquatic',
]);

const ANIMALS: ReadonlySet<string> = new Set([
  'beef-cattle',
  'meat-sheep',
  'pigs',
  'laying-hens',
  'broilers',
  'aquatic',
]);

type Facts = Record<string, RuleFact>;

const fact = (value: RuleFact['value'], note = ''): RuleFact => ({ value, year: null, note });

function numberFacts(object: PlanObject): Facts {
  const facts: Facts = {};
  for (const { id, type } of PLAN_OBJECT_FIELDS[object.kind]) {
    const value = numberValue(object, id);
    if (value !== null && (type === 'number' || type === 'integer')) facts[id] = fact(value);
  }
  return facts;
}

function siteFacts(object: PlanObject): Facts {
  const facts: Facts = {};
  const services = listValue(object, 'services');
  if (services !== null) {
    facts['hasPublicServices'] = fact(PUBLIC_SERVICES.every((each) => services.includes(each)));
    facts['hasEmploymentStation'] = fact(services.includes('employment-station'));
    facts['hasWelfareJobStation'] = fact(services.includes('welfare-job-station'));
  }
  const infrastructure = listValue(object, 'infrastructure');
  const asked = PLAN_OBJECT_FIELDS.site.find(({ id }) => id === 'infrastructure')?.choices ?? [];
  if (infrastructure !== null) {
    facts['hasInfrastructure'] = fact(asked.every(({ id }) => infrastructure.includes(id)));
  }
  return facts;
}

function zoneFacts(object: PlanObject): Facts {
  const facts: Facts = {};
  const landUse = textValue(object, 'landUse');
  if (landUse !== null) facts['landUse'] = fact(landUse);
  const crops = listValue(object, 'crops');
  if (crops !== null && crops.length > 0) {
    facts['growsApple'] = fact(crops.includes('apple'));
    facts['growsTreesOrFish'] = fact(crops.some((crop) => TREES_AND_FISH.has(crop)));
    facts['raisesAnimals'] = fact(crops.some((crop) => ANIMALS.has(crop)));
  }
  return facts;
}

function projectFacts(object: PlanObject): Facts {
  const facts: Facts = {};
  const kind = textValue(object, 'projectKind');
  if (kind !== null) facts['kind'] = fact(kind);
  const isNew = textValue(object, 'isNewWaterSupply');
  if (isNew !== null) facts['isNewWaterSupply'] = fact(isNew === 'yes');
  const served = listValue(object, 'servedVillages');
  if (served !== null) facts['servedVillages'] = fact(served);
  return facts;
}

/** Heights only where the whole object has data. */
function groundFacts({ terrain }: ObjectFacts): Facts {
  if (terrain === null || terrain === 'later') return {};
  const facts: Facts = {};
  const { spacingMetres, cellMetres } = terrain;
  const cells = cellMetres === null ? '' : `高程格子约 ${Math.round(cellMetres)} 米，`;
  const note = `${cells}按 ${Math.round(spacingMetres)} 米间距取样`;
  const { elevationLeastMetres, elevationMostMetres, steepestSlopeDegrees } = terrain;
  if (elevationLeastMetres !== null && terrain.missingElevations === 0) {
    facts['elevationLeastMetres'] = fact(elevationLeastMetres, note);
  }
  if (elevationMostMetres !== null && terrain.missingElevations === 0) {
    facts['elevationMostMetres'] = fact(elevationMostMetres, note);
  }
  if (steepestSlopeDegrees !== null && terrain.missingSlopes === 0) {
    facts['steepestSlopeDegrees'] = fact(steepestSlopeDegrees, note);
  }
  return facts;
}

function protectionFacts(
  object: PlanObject,
  { overlaps }: ObjectFacts,
  objects: readonly PlanObject[],
): Facts {
  const facts: Facts = {};
  if (object.geometry === null || !isArea(object.geometry)) return facts;
  for (const protection of PROTECTIONS) {
    const areas = objects.filter(
      (other) => other.geometry !== null && protectionOf(other) === protection,
    );
    if (areas.length === 0) continue;
    const own = overlaps.filter((overlap) => overlap.protection === protection);
    const sum = own.reduce((total, { squareMetres }) => total + (squareMetres ?? 0), 0);
    const note = `按标绘位置，对照已有的 ${areas.length} 处范围`;
    facts[PROTECTION_FACTS[protection]] = fact(sum, note);
  }
  return facts;
}

/**
 * The row of one object; null for kinds that no rule speaks of. `computed`: of objectFacts, null without geometry.
 * `objects`: the whole document, to know which reference areas there are. Overlapping reference areas count twice.
 */
export function objectRuleRow(
  object: PlanObject,
  computed: ObjectFacts | null,
  objects: readonly PlanObject[],
): RuleRow | null {
  const subject = OBJECT_SUBJECTS[object.kind];
  if (subject === undefined) return null;
  const typed =
    object.kind === 'site'
      ? siteFacts(object)
      : object.kind === 'zone'
        ? zoneFacts(object)
        : projectFacts(object);
  const drawn =
    computed === null
      ? {}
      : { ...groundFacts(computed), ...protectionFacts(object, computed, objects) };
  const facts = { ...numberFacts(object), ...typed, ...drawn };
  return { subject, id: object.id, name: object.name, facts };
}
