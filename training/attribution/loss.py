"""What the network is trained to: the right role of every token, and pointers whose mass lies on the right span."""

from __future__ import annotations

from itertools import product

import torch
from torch import Tensor
from torch.nn import functional

from onrecord.attribute._model_scores import ROLES
from training.attribution.data import SHARED, Batch

SOURCE, CUE, CONTENT = (ROLES.index(name) for name in ("source", "cue", "content"))
SMOOTHING = 0.05


def losses(roles: Tensor, edges: Tensor, pointers: Tensor, batch: Batch) -> tuple[Tensor, Tensor, Tensor]:
    """Mean loss over tokens of the roles, of the edges, and summed mean losses of the three pointers.

    A pointer's loss is the negative logarithm of the mass on all tokens of the right span, so that no token of it has
    to be its head. A cue or content without a source points to token 0.
    """
    by_role = functional.cross_entropy(roles.flatten(0, 1).float(), batch.roles.flatten(), label_smoothing=SMOOTHING)
    owner = batch.attributions
    same = torch.zeros(batch.ids.shape + batch.ids.shape[1:], dtype=torch.bool)
    for here, there in product(range(SHARED), repeat=2):
        same |= (owner[:, :, None, here] == owner[:, None, :, there]) & (owner[:, :, None, here] >= 0)
    is_source, is_cue, is_content = (batch.roles == role for role in (SOURCE, CUE, CONTENT))
    to_cue = same & is_cue[:, None, :] & (is_source | is_content)[:, :, None]
    to_source = same & is_source[:, None, :]
    has_cue = (same & is_cue[:, None, :]).any(-1, keepdim=True)  # its cue may stand in another window
    none = torch.zeros_like(to_source)
    none[:, :, 0] = ~to_source.any(-1)
    to_source = (to_source | none) & has_cue
    targets = (to_cue, to_source & is_cue[:, :, None], to_source & is_content[:, :, None])
    total = pointers.new_zeros(())
    for number, target in enumerate(targets):
        kept = target.any(-1)
        if kept.any():
            chances = pointers[:, number][kept].log_softmax(-1)
            total = total - chances.masked_fill(~target[kept], -1e4).logsumexp(-1).mean()
    return by_role, _of_edges(edges, batch), total


def _of_edges(edges: Tensor, batch: Batch) -> Tensor:
    """A content's piece is an unbroken run of tokens that are content of one attribution."""
    piece = torch.where(batch.roles == CONTENT, batch.attributions[..., 0], -1)
    aside = torch.full_like(piece[:, :1], -1)
    first = (piece >= 0) & (piece != torch.cat([aside, piece[:, :-1]], dim=1))
    last = (piece >= 0) & (piece != torch.cat([piece[:, 1:], aside], dim=1))
    kept = batch.mask > 0
    right = torch.stack([first, last], dim=-1)[kept].float()
    return functional.binary_cross_entropy_with_logits(edges[kept].float(), right)
