export { type Chance, chanceFrom } from './chance.ts'
export { type DatasetOptions, randomDataset } from './dataset.ts'
export { type RandomOptions, randomScheme } from './scheme.ts'
