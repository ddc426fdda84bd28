import { readFileSync } from 'node:fs'
import { readSchemeFolder } from '../src/index.ts'
import { compile } from '../../engine/src/compile/index.ts'
for (const id of ['ganzhou-2023','guiyang-2021','neimenggu-2020','dongguan-2017']) for (const asWritten of [true,false]) {
  const files = ['scheme.yaml','readings.yaml'].map(f => ({path:`schemes/${id}/${f}`, text: readFileSync(`schemes/${id}/${f}`,'utf8')}))
  const r = readSchemeFolder(files, {asWritten})
  console.log(id, asWritten, r.scheme !== undefined, r.diagnostics.map(d=>`${d.file}:${d.line} ${d.message}`).slice(0,10))
  if (!r.scheme) continue
  try { const p = compile(r.scheme)
   const qs = new Set<string>(); const walk=(nodes:any,inputs:any)=>{for(const n of nodes) if(n.op==='undecided') qs.add(n.question); for (const i of inputs){ if(i.from==='open') qs.add('open '+i.question); if(i.from==='fold') walk(i.fold.rows.nodes,i.fold.rows.inputs)}}
   walk(p.unit.nodes,p.unit.inputs); console.log([...qs]) } catch(e) { console.log(e) }
}
