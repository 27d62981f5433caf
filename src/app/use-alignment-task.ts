import type { Geometry } from 'geojson';
import { useCallback, useMemo, useState } from 'react';
import type { Project } from '../domain/project';

/** Giving one project its place: which, and what would be drawn if it were confirmed. */
export interface AlignmentTask {
  readonly projectId: string | null;
  readonly open: (projectId: string) => void;
  readonly close: () => void;
  readonly setPreview: (geometry: Geometry | null) => void;
  /** The projects for the map, the previewed one in its new place. */
  readonly mapProjects: readonly Project[];
}

export function useAlignmentTask(projects: readonly Project[]): AlignmentTask {
  const [projectId, setProjectId] = useState<string | null>(null);
  const [preview, setPreview] = useState<Geometry | null>(null);
  const mapProjects = useMemo(
    () =>
      preview === null || projectId === null
        ? projects
        : projects.map((project) =>
            project.id === projectId
              ? { ...project, geometry: preview, alignment: 'user' as const }
              : project,
          ),
    [projects, projectId, preview],
  );
  const close = useCallback(() => setProjectId(null), []);
  return {
    projectId,
    open: setProjectId,
    close,
    setPreview,
    mapProjects,
  };
}
