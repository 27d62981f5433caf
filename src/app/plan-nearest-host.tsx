import { useMemo, useState } from 'react';
import { type Assignment as Answer, assignNearest } from '../analysis/assign-villages';
import { villageEstimateAt } from '../analysis/poverty-estimate';
import { changeAssignments } from '../document/edits/assignment-edits';
import { type NearestChoice, NearestDialog } from '../features/plan/nearest-dialog';
import {
  type PeopleSources,
  changeFor,
  movingVillages,
  receivingSites,
  stayingAt,
} from '../features/plan/nearest-view';
import { ruleFactsOf } from './plan-facts';
import type { Analysis } from './use-analysis';
import { useWorkspace } from './workspace';

const FIRST: NearestChoice = {
  people: 'typed',
  countyCodes: [],
  isSameCounty: true,
  isWhole: true,
};

const NONE_STAYING: ReadonlyMap<string, readonly string[]> = new Map();

/** 就近分配 over the sites of the open scenario. */
export default function PlanNearestHost(props: {
  readonly analysis: Analysis;
  readonly onClose: () => void;
}) {
  const { index, content } = props.analysis;
  const { estimate, ownFigures, documents } = useWorkspace();
  const [choice, setChoice] = useState(FIRST);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const { objects, assignments } = content;
  const moving = useMemo(() => {
    const sources: PeopleSources = {
      importedPersons: ({ code }) => ownFigures.get(code)?.figures.persons ?? null,
      importedPoorPersons: ({ code }) => ownFigures.get(code)?.figures.poorPersons ?? null,
      estimate: ({ code }) => {
        const place = index.villageIndexByCode.get(code);
        if (place === undefined) return null;
        const { persons, spreadFrom } = villageEstimateAt(estimate, place);
        return spreadFrom === null ? null : persons;
      },
    };
    const counties = new Set(choice.countyCodes);
    return movingVillages(choice.people, counties, assignments.values(), index, sources);
  }, [choice, assignments, index, ownFigures, estimate]);
  const preview = (): void => {
    const all = [...objects.values()];
    const sites = receivingSites(all, assignments.values(), moving, (object) => {
      const counties = ruleFactsOf(object, index, [], () => null).facts?.counties ?? [];
      return counties.length === 1 ? (counties[0]?.code ?? null) : null;
    });
    setAnswer(assignNearest(moving, sites, choice));
  };
  const apply = (): void => {
    if (!answer) return;
    const label = `就近分配 ${new Set(answer.flows.map((flow) => flow.villageCode)).size} 个村`;
    documents.commit(changeAssignments({ ...changeFor(answer, assignments.values()), label }));
    props.onClose();
  };
  return (
    <NearestDialog
      counties={index.pack.counties}
      choice={choice}
      villageCount={moving.length}
      answer={answer}
      staying={answer ? stayingAt(answer, assignments.values()) : NONE_STAYING}
      nameOfSite={(id) => objects.get(id)?.name ?? id}
      nameOfVillage={(code) => index.villageByCode.get(code)?.name ?? code}
      onChoice={(next) => {
        setChoice(next);
        setAnswer(null);
      }}
      onPreview={preview}
      onApply={apply}
      onClose={props.onClose}
    />
  );
}
