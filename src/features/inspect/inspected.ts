/** The one thing that the inspector describes. Areas and villages by code, everything else by id. */
export type Inspected =
  | { readonly kind: 'village'; readonly code: string }
  | { readonly kind: 'township'; readonly code: string }
  | { readonly kind: 'county'; readonly code: string }
  | { readonly kind: 'project'; readonly id: string }
  | { readonly kind: 'belt'; readonly id: string }
  | { readonly kind: 'base-feature'; readonly id: string }
  | { readonly kind: 'relocation'; readonly id: string }
  /** A feature of a zone or reference layer; id as src/domain/imported-things makes it. */
  | { readonly kind: 'imported'; readonly id: string }
  /** A 规划对象 of the open scenario; the shell shows it in a form of its own. */
  | { readonly kind: 'plan-object'; readonly id: string };
