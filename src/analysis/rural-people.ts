// 农村人口推算: a township's rural people as poor persons ÷ poverty incidence, both printed in one row of its township table,
// shared evenly by its village committees (by all units where it has none). The plans do not say what their incidence is
// a share of; that it is the rural population is our reading. Incidences are printed to a hundredth of a per cent at best
// and to whole per cents in places, so a township may be off by a quarter. A way to weigh villages, never a census.
import type { Figure } from '../domain/figure';
import type { PackIndex } from '../domain/pack-index';
import type { PopulationWeights } from './indicators';

function figureKey({ areaCode, cell }: Figure): string {
  return `${areaCode}/${cell.tableId}/${cell.row}`;
}

/** Estimated rural people by township code, newest table first; townships without both figures are left out. */
export function ruralPeopleByTownship({ pack }: PackIndex): ReadonlyMap<string, number> {
  const incidences = new Map(
    pack.figures.flatMap((each) =>
      each.measure === 'povertyIncidence' && each.resolution === 'township' && each.value > 0
        ? [[figureKey(each), each.value]]
        : [],
    ),
  );
  const people = new Map<string, { readonly year: number; readonly persons: number }>();
  for (const figure of pack.figures) {
    const share = incidences.get(figureKey(figure));
    if (figure.measure !== 'poorPersons' || share === undefined || figure.value <= 0) continue;
    const known = people.get(figure.areaCode);
    if (known === undefined || figure.year > known.year) {
      people.set(figure.areaCode, { year: figure.year, persons: figure.value / share });
    }
  }
  return new Map([...people].map(([code, { persons }]) => [code, persons]));
}

/** The weights of it; NaN where a village's township has no such figures. */
export function ruralPeopleWeights(index: PackIndex): PopulationWeights {
  const values = new Float64Array(index.pack.villages.length).fill(Number.NaN);
  for (const [code, persons] of ruralPeopleByTownship(index)) {
    const villages = index.villagesByTownship.get(code) ?? [];
    const committees = villages.filter(({ kind }) => kind === 'village-committee');
    const sharing = committees.length > 0 ? committees : villages;
    for (const village of villages) {
      const at = index.villageIndexByCode.get(village.code);
      if (at !== undefined) values[at] = 0;
    }
    for (const village of sharing) {
      const at = index.villageIndexByCode.get(village.code);
      if (at !== undefined) values[at] = persons / sharing.length;
    }
  }
  const source = '规划附表各乡镇贫困人口 ÷ 贫困发生率，按村委会均摊';
  return { basis: 'rural-people-estimate', values, source };
}
