// The WebGL program that draws nodes: every kind's shape by one shader, so that a frame is one draw call however many kinds
// there are. A shape is a distance to its edge, computed for each pixel.
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { NodeProgram, type ProgramInfo } from 'sigma/rendering';
import { floatColor } from 'sigma/utils';

import { type Shape, shapes } from '../../core/kinds';

const vertex = /* glsl */ `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_size;
attribute float a_shape;
attribute float a_angle;
uniform mat3 u_matrix;
uniform float u_sizeRatio;
uniform float u_correctionRatio;
varying vec4 v_color;
varying vec2 v_offset;
varying float v_radius;
varying float v_shape;
const float bias = 255.0 / 254.0;

void main() {
  float size = a_size * u_correctionRatio / u_sizeRatio * 4.0;
  vec2 offset = size * vec2(cos(a_angle), sin(a_angle));
  gl_Position = vec4((u_matrix * vec3(a_position + offset, 1)).xy, 0, 1);
  v_offset = offset;
  v_radius = size / 2.0;
  v_shape = a_shape;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
  v_color.a *= bias;
}`;

// The order of the cases is that of `shapes` in core/kinds.ts.
const fragment = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec2 v_offset;
varying float v_radius;
varying float v_shape;
uniform float u_correctionRatio;
const float pi = 3.14159265;

// Distance to a regular polygon whose corners lie on the circle of radius 1, a corner up.
float polygon(vec2 p, float n) {
  float slice = 2.0 * pi / n;
  float a = mod(atan(p.x, p.y), slice) - slice / 2.0;
  return length(p) * cos(a) - cos(pi / n);
}
float box(vec2 p, vec2 half_size) {
  vec2 d = abs(p) - half_size;
  return max(d.x, d.y);
}
float cross_shape(vec2 p) { return min(box(p, vec2(0.9, 0.3)), box(p, vec2(0.3, 0.9))); }
float star(vec2 p) {
  float slice = 2.0 * pi / 5.0;
  float a = abs(mod(atan(p.x, p.y) + slice / 2.0, slice) - slice / 2.0);
  vec2 q = length(p) * vec2(cos(a), sin(a));
  vec2 tip = vec2(1.0, 0.0);
  vec2 notch = 0.42 * vec2(cos(slice / 2.0), sin(slice / 2.0));
  vec2 edge = normalize(notch - tip);
  return dot(q - tip, vec2(edge.y, -edge.x));
}
float hollow(float d) { return abs(d + 0.16) - 0.16; }

float shape(vec2 p, float s) {
  vec2 turned = vec2(p.x + p.y, p.x - p.y) * 0.70710678;
  if (s < 0.5) return length(p) - 0.85;
  if (s < 1.5) return box(p, vec2(0.74));
  if (s < 2.5) return polygon(p, 4.0);
  if (s < 3.5) return polygon(p, 3.0);
  if (s < 4.5) return polygon(vec2(p.x, -p.y), 3.0);
  if (s < 5.5) return polygon(p, 5.0);
  if (s < 6.5) return polygon(p, 6.0);
  if (s < 7.5) return star(p);
  if (s < 8.5) return cross_shape(p);
  if (s < 9.5) return cross_shape(turned);
  if (s < 10.5) return hollow(length(p) - 0.9);
  if (s < 11.5) return hollow(box(p, vec2(0.76)));
  if (s < 12.5) return hollow(polygon(p, 4.0));
  if (s < 13.5) return hollow(polygon(p, 6.0));
  return box(p, vec2(0.95, 0.4));
}

void main(void) {
  float distance = shape(v_offset / v_radius, v_shape);
  float soft = u_correctionRatio * 2.0 / v_radius;
  #ifdef PICKING_MODE
  // What is hollow is clicked in its middle, too.
  if (length(v_offset) > v_radius) discard;
  gl_FragColor = v_color;
  #else
  gl_FragColor = mix(v_color, vec4(0.0), smoothstep(-soft, 0.0, distance));
  #endif
}`;

const uniforms = ['u_sizeRatio', 'u_correctionRatio', 'u_matrix'] as const;

/** Draws nodes that have a `shape`. */
export class ShapeProgram extends NodeProgram<(typeof uniforms)[number]> {
  override getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLES } = WebGLRenderingContext;
    return {
      VERTICES: 3,
      VERTEX_SHADER_SOURCE: vertex,
      FRAGMENT_SHADER_SOURCE: fragment,
      METHOD: TRIANGLES as 4,
      UNIFORMS: uniforms,
      ATTRIBUTES: [
        { name: 'a_position', size: 2, type: FLOAT as 5126 },
        { name: 'a_size', size: 1, type: FLOAT as 5126 },
        { name: 'a_shape', size: 1, type: FLOAT as 5126 },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE as 5121, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE as 5121, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_angle', size: 1, type: FLOAT as 5126 }],
      CONSTANT_DATA: [[0], [(2 * Math.PI) / 3], [(4 * Math.PI) / 3]],
    };
  }

  override processVisibleItem(id: number, at: number, data: NodeDisplayData & { shape?: Shape }) {
    this.array.set([data.x, data.y, data.size, shapes.indexOf(data.shape ?? 'circle'), floatColor(data.color), id], at);
  }

  override setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo<(typeof uniforms)[number]>) {
    gl.uniform1f(uniformLocations.u_correctionRatio, params.correctionRatio);
    gl.uniform1f(uniformLocations.u_sizeRatio, params.sizeRatio);
    gl.uniformMatrix3fv(uniformLocations.u_matrix, false, params.matrix);
  }
}
