// The WebGL program that draws the edges of what is merely inferred: sigma's own, with gaps.
import { EdgeRectangleProgram } from 'sigma/rendering';

const [dash, gap] = [7, 5]; // pixels

/** Draws edges of the type `dashed`. */
export class DashedProgram extends EdgeRectangleProgram {
  override getDefinition() {
    const lines = super.getDefinition();
    return {
      ...lines,
      VERTEX_SHADER_SOURCE: lines.VERTEX_SHADER_SOURCE.replace('varying vec4 v_color;', 'varying vec4 v_color;\nvarying float v_along;').replace(
        /\}\s*$/,
        '  v_along = a_positionCoef * length(a_positionEnd - a_positionStart) / u_correctionRatio;\n}\n',
      ),
      FRAGMENT_SHADER_SOURCE: lines.FRAGMENT_SHADER_SOURCE.replace('precision mediump float;', 'precision highp float;\nvarying float v_along;').replace(
        /void main\(void\) \{/,
        `$&\n  if (mod(v_along, ${(dash + gap).toFixed(1)}) > ${dash.toFixed(1)}) discard;`,
      ),
    };
  }
}
