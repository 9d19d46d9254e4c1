/** Plain enough to be quick, busy enough to be taken for a dialer. */
export const screenStyle = `
body { font: 14px/1.4 system-ui, sans-serif; margin: 0; background: #eef2f6; color: #1b2733; }
header { background: #27496d; color: #fff; padding: .4rem .8rem; display: flex; justify-content: space-between; gap: 1rem; }
p { margin: .4rem .8rem; }
button, input, select { font: inherit; }
.columns { display: grid; grid-template-columns: 15rem 1fr; gap: .8rem; padding: 0 .8rem; }
.controls { background: #dfe8f0; border: 1px solid #b7c4d1; padding: .5rem; }
.controls p { margin: .5rem 0; }
.main { background: #fff; border: 1px solid #b7c4d1; padding: .6rem; }
#MainStatuSSpan { display: block; min-height: 1.5em; font-weight: 600; }
#vicidial_form { display: grid; grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr)); gap: .4rem; margin-top: .6rem; }
#vicidial_form label { display: grid; font-size: 12px; text-transform: capitalize; }
.box { position: absolute; left: 18rem; top: 8rem; width: 26rem; background: #fff8e1; border: 2px solid #b58105; padding: 1rem; z-index: 5; }
.box [data-text] { white-space: pre-line; }
#CloserSelectBox, #DeactivateDOlDSessioNSpan { top: 27rem; } #DeactivateDOlDSessioNSpan { left: 48rem; }
#SysteMDisablEBoX { left: 48rem; } #AlertBox { left: 32rem; top: 5rem; z-index: 9; }
#LogouTBox, #AgenTDisablEBoX { z-index: 20; }
.choices { display: grid; grid-template-columns: 1fr 1fr; gap: .3rem; margin: .5rem 0; }
.hidden-frame { position: absolute; visibility: hidden; width: 10px; height: 10px; border: 0; }
img { height: 26px; vertical-align: middle; }`;
