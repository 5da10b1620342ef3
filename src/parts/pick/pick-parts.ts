/** What the pickers show once opened: nobody needs it for the first rows. */
export const loadProjectList = () => import('./project-list.tsx').then(({ ProjectList }) => ProjectList);
export const loadWindowForm = () => import('./window-form.tsx').then(({ WindowForm }) => WindowForm);
