export const loadChipList = () => import('./chip-list.tsx').then(({ ChipList }) => ChipList);
export const loadAddClause = () => import('./add-clause.tsx').then(({ AddClause }) => AddClause);
